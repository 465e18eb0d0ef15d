/** How a page speaks to whoever reads it. */

const INFORMAL = /(?<!\p{L})([Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]ure?[mnrs]?)(?!\p{L})/u;
const MARKS = /<(script|style|textarea|option)\b[\s\S]*?<\/\1>|<[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'"
};

const plain = (html: string) =>
	html.replace(MARKS, '\n').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

/** The lines of a text, as they stand on a page. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.replace(/[*_]/g, '').trim());

/** Sentences of a page that say »du«; what somebody has typed into a field is no sentence of ours. */
export const informalIn = (html: string): string[] =>
	plain(html)
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => INFORMAL.test(line));
