/** The beginning of a text in at most `most` signs, cut between two words. */
export function excerpt(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')} …` : text;
}
