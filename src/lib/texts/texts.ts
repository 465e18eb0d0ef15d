import type { Facts, Verdict } from '../verdict.ts';
import { account } from './de/account.ts';
import { amendments } from './de/amendments.ts';
import { approvals } from './de/approvals.ts';
import { answers } from './de/answers.ts';
import { audit } from './de/audit.ts';
import { calls } from './de/calls.ts';
import { closure } from './de/closure.ts';
import { comments } from './de/comments.ts';
import { consultations } from './de/consultations.ts';
import { conversations } from './de/conversations.ts';
import { counting } from './de/counting.ts';
import { data } from './de/data.ts';
import { distillation } from './de/distillation.ts';
import { done } from './de/done.ts';
import { forms } from './de/forms.ts';
import { hands } from './de/hands.ts';
import { imports } from './de/imports.ts';
import { journal } from './de/journal.ts';
import { mine } from './de/mine.ts';
import { moderation } from './de/moderation.ts';
import { opinion } from './de/opinion.ts';
import { operator } from './de/operator.ts';
import { organisations } from './de/organisations.ts';
import { people } from './de/people.ts';
import { privacy } from './de/privacy.ts';
import { promises } from './de/promises.ts';
import { proposals } from './de/proposals.ts';
import { publishing } from './de/publishing.ts';
import { readiness } from './de/readiness.ts';
import { reasons } from './de/reasons.ts';
import { recording } from './de/recording.ts';
import { reports } from './de/reports.ts';
import { search } from './de/search.ts';
import { site } from './de/site.ts';
import { start } from './de/start.ts';
import { strategy } from './de/strategy.ts';
import { tickets } from './de/tickets.ts';
import { understanding } from './de/understanding.ts';
import { votes } from './de/votes.ts';
import { workshops } from './de/workshops.ts';
import { workshop } from './de/workshop.ts';

/** Every sentence a person reads. German is the source; other locales must satisfy its type. */
export const t = {
	account,
	amendments,
	approvals,
	answers,
	audit,
	calls,
	closure,
	comments,
	consultations,
	conversations,
	counting,
	data,
	distillation,
	forms,
	hands,
	imports,
	journal,
	mine,
	moderation,
	operator,
	opinion,
	organisations,
	people,
	privacy,
	promises,
	proposals,
	publishing,
	readiness,
	reasons,
	recording,
	reports,
	search,
	site,
	start,
	strategy,
	tickets,
	understanding,
	votes,
	workshop,
	workshops
};

/** `fill('bis {until}', { until: 'Montag' })`. A gap without a fact stays visible: that is a bug to be seen. */
export function fill(sentence: string, facts: Readonly<Record<string, string | number>>): string {
	return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(facts[name] ?? gap));
}

export function reasonSentence(because: keyof typeof reasons, facts: Facts): string {
	return fill(reasons[because], facts);
}

/** The sentence of a `no`, or null for a `yes`. */
export function explain(verdict: Verdict): string | null {
	return verdict.ok ? null : reasonSentence(verdict.because, verdict.facts);
}

const FORM_SENTENCES: Readonly<Record<string, string>> = forms;

export function fieldSentence(key: string): string {
	return FORM_SENTENCES[key] ?? forms.wrong;
}

const DONE_SENTENCES: Readonly<Record<string, string>> = done;

/** Only keys we know: the address must not be able to put words into our mouth. */
export function doneSentence(key: string | null): string | null {
	return (key !== null && Object.hasOwn(DONE_SENTENCES, key) && DONE_SENTENCES[key]) || null;
}

/** The right form for a number: `{ none, one, many }`; `many` has the gap `{count}`. */
export function count(forms: { none: string; one: string; many: string }, number: number): string {
	return number === 0 ? forms.none : number === 1 ? forms.one : fill(forms.many, { count: number });
}

/** `options(t.proposals.kinds)`: what a `Choices` or `Select` takes. */
export function options<K extends string>(names: Readonly<Record<K, string>>, hints?: Readonly<Record<K, string>>) {
	return entries(names).map(([value, label]) => ({ value, label, hint: hints?.[value] }));
}

function entries<K extends string>(names: Readonly<Record<K, string>>): [K, string][] {
	const pairs: [K, string][] = [];
	for (const key in names) pairs.push([key, names[key]]);
	return pairs;
}
