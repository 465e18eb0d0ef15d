/** The beginning of a text in at most `most` signs, cut between two words. */
export function excerpt(text: string, most: number): string {
	return text.length > most ? `${upToLastSpace(text.slice(0, most))} …` : text;
}

/** From the end, sign by sign: a search for "spaces and then none" would begin anew at every space. */
function upToLastSpace(text: string): string {
	let end = text.length;
	while (end > 0 && text.charAt(end - 1).trim() !== '') end--;
	return (end > 0 ? text.slice(0, end) : text).trimEnd();
}

/** What is shown where a page is shared or found: search engines show about this much. */
const ABOUT = 160;

/** The beginning of a text on one line, where its page is shared or found. */
export const beginning = (text: string): string => excerpt(text.replace(/\s+/g, ' ').trim(), ABOUT);
