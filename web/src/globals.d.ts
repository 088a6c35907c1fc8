/** Tells one build from another. */
declare const __BUILD__: string;
