import type { Catalogue } from './texts/catalogue.ts';

/** Why not. Every reason has a sentence in every locale, or it does not compile. */
export type Reason = keyof Catalogue['reasons'];

/** Words that fill the gaps of a reason's sentence, e.g. `{ until: '3. Mai 2027' }`. */
export type Facts = Readonly<Record<string, string>>;

/** How a rule answers. `may…()` functions return it; pages show the reason, verbs obey it. */
export type Verdict = { ok: true } | No;
export type No = { ok: false; because: Reason; facts: Facts };

/** A rule that hands over what it has found out on the way to its yes, so that no verb asks again. */
export type Permit<T> = { ok: true; permit: T } | No;

export const yes: Verdict = { ok: true };

export function no(because: Reason, facts: Facts = {}): No {
	return { ok: false, because, facts };
}

export const permit = <T>(permit: T): Permit<T> => ({ ok: true, permit });

/** The first `no`, else yes. Rules read as a list of reasons. */
export function all(...verdicts: Verdict[]): Verdict {
	return verdicts.find((verdict) => !verdict.ok) ?? yes;
}

/** `noWhen(condition, 'reason')`: a yes unless the condition holds. */
export function noWhen(condition: boolean, because: Reason, facts?: Facts): Verdict {
	return condition ? no(because, facts) : yes;
}

/** Whether signing in is all that is missing. */
export function signInHelps(verdict: Verdict): boolean {
	return !verdict.ok && verdict.because === 'signInFirst';
}

/** Thrown by a verb whose rule says no. Over HTTP the answer is 403 with the reason's sentence. */
export class Refused extends Error {
	readonly reason: Reason;
	readonly facts: Facts;
	constructor(reason: Reason, facts: Facts = {}) {
		super(reason);
		this.name = 'Refused';
		this.reason = reason;
		this.facts = facts;
	}
}

/** Thrown for what does not exist or may not be seen by the one who asks: the two look the same (404). */
export class NotFound extends Error {
	constructor(what: string) {
		super(`${what} not found`);
		this.name = 'NotFound';
	}
}

/** What stands there now, for whoever wrote on what stood there before. */
export interface Current {
	/** By the name of the hidden field: what it has to hold for the next try. */
	marks: Readonly<Record<string, string>>;
	/** By the name of the field that holds mine. */
	texts: Readonly<Record<string, string>>;
	/** What has no field of its own, or is chosen: in words. */
	others: readonly { label: string; text: string }[];
}

/**
 * Somebody else changed the thing meanwhile (409). Nothing was written. `reason`: where more can be said than that.
 * `current`: with it the page shows both texts.
 */
export class Stale extends Error {
	readonly reason: Reason | null;
	readonly facts: Facts;
	readonly current: Current | null;
	constructor(what: string, reason: Reason | null = null, facts: Facts = {}, current: Current | null = null) {
		super(`${what} has changed meanwhile`);
		this.name = 'Stale';
		this.reason = reason;
		this.facts = facts;
		this.current = current;
	}
}

/** Thrown for what was here and is given out no more (410), with the reason. */
export class Gone extends Error {
	readonly reason: Reason;
	constructor(reason: Reason) {
		super(reason);
		this.name = 'Gone';
		this.reason = reason;
	}
}

/** Throws `Refused` for a no; answers with what a yes permits. */
export function obey<T>(verdict: Permit<T>): T;
export function obey(verdict: Verdict): void;
export function obey(verdict: Verdict | Permit<unknown>): unknown {
	if (!verdict.ok) throw new Refused(verdict.because, verdict.facts);
	return 'permit' in verdict ? verdict.permit : undefined;
}

export function found<T>(thing: T | null | undefined, what: string): T {
	if (thing === null || thing === undefined) throw new NotFound(what);
	return thing;
}
