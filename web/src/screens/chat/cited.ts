import type { Citation } from "./ask";

export type Part = string | Citation;

/** A text cut at the figures that are cited in it, each figure where it stands whole: never ₹1,200 within ₹1,20,000. */
export function citedParts(text: string, citations: readonly Citation[]): Part[] {
  const parts: Part[] = [];
  const left = [...citations];
  let from = 0;
  for (;;) {
    const next = firstOf(text, from, left) ?? firstOf(text, from, citations);
    if (!next) break;
    if (next.at > from) parts.push(text.slice(from, next.at));
    parts.push(next.citation);
    const place = left.indexOf(next.citation);
    if (place >= 0) left.splice(place, 1);
    from = next.at + next.citation.text.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

interface Found {
  at: number;
  citation: Citation;
}

/** The earliest figure; of two at one place the longer, of two that read alike the one that was cited first. */
function firstOf(text: string, from: number, citations: readonly Citation[]): Found | null {
  let best: Found | null = null;
  for (const citation of citations) {
    const at = placeOf(text, from, citation.text);
    if (at < 0) continue;
    const sooner = best === null || at < best.at;
    if (sooner || (best && at === best.at && citation.text.length > best.citation.text.length)) best = { at, citation };
  }
  return best;
}

function placeOf(text: string, from: number, figure: string): number {
  if (figure === "") return -1;
  for (let at = text.indexOf(figure, from); at >= 0; at = text.indexOf(figure, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + figure.length);
    const glued = (/^\d/.test(figure) && /[\d,.₹]$/.test(before)) || /^(?:\d|[,.]\d)/.test(after);
    if (!glued) return at;
  }
  return -1;
}
