import { t } from './texts.ts';

/** What a page says that is not the page somebody wanted. */
export interface Failure {
	title: string;
	text: string;
	/** What to do next, the most helpful first. */
	next: readonly { href: string; label: string }[];
}

/** A status without words of its own is told like the nearest one: our fault (5xx) or a page that is not there. */
export function failure(status: number): Failure {
	const statuses: Readonly<Record<string, Failure>> = t.failures.statuses;
	const nearest = status >= 500 ? t.failures.statuses['500'] : t.failures.statuses['404'];
	return statuses[String(status)] ?? nearest;
}

/** The reason a rule gave, if the message is one: SvelteKit's own messages are English and end without a full stop. */
export function spoken(status: number, sentence: string | undefined): string | undefined {
	const ours = status >= 400 && status < 500 && sentence !== undefined && /[.!?]\P{L}?$/u.test(sentence);
	return ours ? sentence : undefined;
}

/** What will be on the page at this address once there is a process. In the workshop: what to do about it. */
export function soonAt(path: string): Failure {
	const { title, begins, pages, workshop, next } = t.soon;
	if (path.startsWith('/werkstatt')) return { title, text: workshop, next: next.workshop };
	const pageTexts: Readonly<Record<string, string>> = pages;
	return {
		title,
		text: [begins, pageTexts[path], t.start.standing.undated].filter(Boolean).join(' '),
		next: next.public
	};
}
