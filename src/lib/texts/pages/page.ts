/** A fixed page: its heading, one sentence below it, and Markdown whose headings of the first level are `#`. */
export interface FixedPage {
	title: string;
	lead: string;
	body: string;
	/** Who of a Prüfgruppe has read it, and when: only then it may be called Leichte Sprache. */
	review: { by: string; on: string } | null;
}

/** All pages of one language, by address: fixed ones as they are, some once more in easy words (/leicht/…), and the handbook. */
export interface Pages {
	fixed: Readonly<Record<string, FixedPage>>;
	easy: Readonly<Record<string, FixedPage>>;
	/** The chapters of the handbook for the team, by address (/werkstatt/handbuch/…). */
	handbook: Readonly<Record<string, FixedPage>>;
}

const HEAD = /^---\n([\s\S]*?)\n---\n/;

/** A file of them: `title` and `lead` (and `reviewedBy`, `reviewedOn`) between two lines of dashes, then the text. Throws what is missing. */
export function parsePage(text: string): FixedPage {
	const [all = '', head = ''] = HEAD.exec(text) ?? [];
	const facts = new Map(head.split('\n').map((line) => [line.split(':', 1)[0] ?? '', line.replace(/^\w+:\s*/, '')]));
	const [title, lead] = [facts.get('title'), facts.get('lead')];
	if (!title || !lead) throw new Error('A page begins with a line ---, its title: and lead:, and a line --- again.');
	const [by, on] = [facts.get('reviewedBy'), facts.get('reviewedOn')];
	return { title, lead, body: `\n${text.slice(all.length).trim()}\n`, review: by && on ? { by, on } : null };
}
