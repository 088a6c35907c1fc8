/** Changes with the document of the API. */
declare const __API_VERSION__: string;
