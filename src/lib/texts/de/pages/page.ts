/** A fixed page: its heading, one sentence below it, and Markdown whose headings of the first level are `#`. */
export interface FixedPage {
	title: string;
	lead: string;
	body: string;
}
