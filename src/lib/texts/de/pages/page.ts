/** A fixed page: its heading, one sentence below it, and Markdown whose headings of the first level are `#`. */
export interface FixedPage {
	title: string;
	lead: string;
	body: string;
}

/**
 * What only the operator knows. It is printed in bold in its place, named again at the head of the page, and a test lists
 * all of them: none can be forgotten.
 */
export function place(what: string): string {
	return `**[Bitte eintragen: ${what}]**`;
}

/** What is still to be filled in on this page. */
export function placesIn(page: FixedPage): string[] {
	return [...page.body.matchAll(/\[Bitte eintragen: ([^\]]+)\]/g)].flatMap(([, what]) => (what ? [what] : []));
}
