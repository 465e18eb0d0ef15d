import { canonical } from './canonical.ts';
import { sha256 } from './sha256.ts';
import { Stale, type Current } from './verdict.ts';

/**
 * Optimistic concurrency of everything that is edited in a form: the form carries, in a hidden field, the mark of the
 * state it was filled from, and the verb refuses when another state stands there by now. Nobody's later text is ever
 * overwritten by an older one. Things that have a revision of their own use that as the mark (`expectRevision`).
 */

/** By the name of the form's field. What has no field or is chosen may be among it, under a name of its own. */
export type State = Readonly<Record<string, string | readonly string[] | null>>;

/** What a form about this state carries as `seen`. */
export const seenMark = (state: State): string => sha256(canonical(state), 'base64url').slice(0, 24);

const textsIn = (state: State) =>
	Object.fromEntries(Object.entries(state).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));

/** Throws Stale, with what stands there now. Call it in the transaction that writes. `seen` missing: a program writes. */
export function expectSeen(what: string, seen: string | undefined, now: State, others: Current['others'] = []): void {
	const mark = seenMark(now);
	if (seen !== undefined && seen !== mark)
		throw new Stale(what, null, {}, { marks: { seen: mark }, texts: textsIn(now), others });
}

/** The same for what counts its revisions. `name`: of the hidden field. */
export function expectRevision(
	what: string,
	{ seen, now, name = 'revision' }: { seen: number; now: number; name?: string },
	state: State,
	others: Current['others'] = []
): void {
	if (seen === now) return;
	throw new Stale(what, null, {}, { marks: { [name]: String(now) }, texts: textsIn(state), others });
}
