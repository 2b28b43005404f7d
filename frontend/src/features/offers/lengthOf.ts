/** How many characters a text has, as the server counts them: trimmed, and an emoji of one code point is one. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}
