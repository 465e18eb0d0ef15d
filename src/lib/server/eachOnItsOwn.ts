import { NotFound, Refused, Stale, type Current } from '../verdict.ts';
import { count, reasonSentence, t } from '../texts/texts.ts';

/** Why this one was left; null: a fault of ours, which stops everything. */
function whyLeft(problem: unknown): string | null {
	if (problem instanceof Refused) return reasonSentence(problem.reason, problem.facts);
	if (problem instanceof Stale) return problem.reason ? reasonSentence(problem.reason, problem.facts) : t.ui.bulk.stale;
	return problem instanceof NotFound ? t.forms.gone : null;
}

interface Task<T> {
	/** In a transaction of its own. */
	work: (one: T) => Promise<void>;
	/** How people call it who read what was left. */
	name: (one: T) => Promise<string> | string;
}

const NAMED = 5;

/**
 * The same work for many things, each for itself: one that cannot be done refuses no other. Refused or, where somebody
 * else has changed some of them, Stale: someNotDone, with how many are done and why the others are not. For a single thing its own refusal.
 */
export async function eachOnItsOwn<T>(things: readonly T[], { work, name }: Task<T>): Promise<void> {
	const left: string[] = [];
	const current: Current[] = [];
	for (const one of things) {
		try {
			await work(one);
		} catch (problem) {
			const why = whyLeft(problem);
			if (why === null || things.length === 1) throw problem;
			if (problem instanceof Stale && problem.current) current.push(problem.current);
			left.push(`${await Promise.resolve(name(one)).catch(() => t.forms.gone)}: ${why}`);
		}
	}
	if (left.length === 0) return;
	const more = left.length > NAMED ? [count(t.ui.bulk.moreLeft, left.length - NAMED)] : [];
	const done = count(t.ui.bulk.done, things.length - left.length);
	const facts = { done, rows: [...left.slice(0, NAMED), ...more].join(' ') };
	if (current.length > 0) throw new Stale('several', 'someNotDone', facts, together(current));
	throw new Refused('someNotDone', facts);
}

/** What stands there now, of all that somebody else has changed. */
function together(current: readonly Current[]): Current {
	const marks = Object.fromEntries(current.flatMap((one) => Object.entries(one.marks)));
	const others = current.flatMap((one) =>
		one.others.map(({ label, text }) => ({
			label,
			text: [text, ...Object.values(one.texts)].filter(Boolean).join(': ')
		}))
	);
	return { marks, texts: {}, others };
}
