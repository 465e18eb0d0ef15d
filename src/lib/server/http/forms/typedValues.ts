import { SECRET_FIELDS } from '../../../texts/fieldErrors.ts';
import { german } from '../../../texts/catalogue.ts';
import { t } from '../../../texts/texts.ts';
import type { FormValues } from './readForm.ts';

/** Names of fields and no words: the same in every language. */
const CHOICES: readonly string[] = german.fields.choices;
/** These also travel unseen, with buttons that send nothing typed. */
const ALSO_HIDDEN = [
	'answer',
	'aside',
	'choice',
	'consents',
	'kind',
	'number',
	'proposals',
	'seen',
	'texts',
	'version'
];

/** `title-3` is the title of a third row, `phase-2-title` of a second phase, `percent-KEY` the share of a group, `text-title` a translation. */
const base = (name: string) =>
	name.replace(/^phase-\d+-/, '').replace(/-\d+$|(?<=^(?:percent|groups|column|text))-.+$/, '');
export function labelOf(name: string): string | undefined {
	// What the operator fills in on fixed pages has a field for each place.
	const labels: Readonly<Record<string, string>> = { ...t.places, ...t.fields.texts };
	return labels[base(name)];
}
const isTyped = (name: string) => labelOf(name) !== undefined || CHOICES.includes(base(name));

/** Without what nobody should read over a shoulder, nor find in a table. */
export function withoutSecrets(values: FormValues): FormValues {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET_FIELDS.includes(name)));
}

/** Is there something that costs work to type again? */
export function isWorth(values: FormValues): boolean {
	if (Object.keys(values).some((name) => SECRET_FIELDS.includes(name))) return false;
	return Object.entries(values).some(
		([name, value]) =>
			isTyped(name) &&
			(!ALSO_HIDDEN.includes(name) || /\s/.test(String(value))) &&
			[value].flat().join('').trim() !== ''
	);
}

/** What the values of a choice are called. A field of the consultation has its name in its slug. */
type ChoiceNames = Readonly<Record<string, Readonly<Record<string, string>>>>;
const choiceNames = (): ChoiceNames => ({
	actions: t.consultations.actions,
	channel: t.recording.channels,
	choice: t.votes.choices,
	competence: t.strategy.measures.competences,
	disposition: t.answers.dispositions,
	ground: t.moderation.groundLabels,
	kind: { ...t.moderation.kinds, ...t.proposals.kinds, ...t.strategy.kinds },
	language: t.people.languages,
	outcome: t.amendments.outcomes,
	relation: t.strategy.relations,
	role: t.people.roles,
	stance: t.comments.stances,
	status: t.promises.statuses
});

const isSlug = (text: string) => /^[\p{L}-]{2,40}$/u.test(text);

/** What was ticked or chosen and has no box on the page any more, in words. `more`: what choices of rooms are called. */
export function choicesGone(
	html: string,
	values: FormValues,
	more: ChoiceNames = {}
): { label: string; text: string }[] {
	const labels: Readonly<Record<string, string>> = t.fields.chosen;
	const names: ChoiceNames = { ...choiceNames(), ...more };
	return Object.entries(values).flatMap(([name, value]) => {
		const label = labels[base(name)];
		if (label === undefined || html.includes(`name="${name}"`)) return [];
		const words = names[base(name)] ?? {};
		const said = [value].flat().flatMap((one) => words[one] ?? (isSlug(one) ? one : []));
		return said.length > 0 ? [{ label, text: said.join(', ') }] : [];
	});
}

/** What stands there now beside what was typed, where they differ; only what has a field. */
export function differingFrom(
	theirs: Readonly<Record<string, string>>,
	values: FormValues
): { label: string; theirs: string; mine: string }[] {
	return Object.entries(theirs).flatMap(([name, text]) => {
		const [label, typed] = [labelOf(name), values[name]];
		if (label === undefined || typed === undefined) return [];
		const mine = [typed].flat().join('\n');
		return mine.trim() === text.trim() ? [] : [{ label, theirs: text, mine }];
	});
}

const CONTROLS = /<textarea\b[^>]*>([^<]*)<\/textarea>|\svalue="([^"]*)"/g;
/** As text stands between tags. */
export const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const plain = (text: string) => text.replaceAll('&quot;', '"').trim();

/** What was typed and stands in none of the page's fields. */
export function missingFrom(html: string, values: FormValues): { label: string; text: string }[] {
	const shown = new Set([...html.matchAll(CONTROLS)].map(([, area, value]) => plain(area ?? value ?? '')));
	const typed = Object.entries(values).flatMap(([name, value]) => {
		const label = SECRET_FIELDS.includes(name) ? undefined : labelOf(name);
		return label === undefined ? [] : [value].flat().map((text) => ({ label, text }));
	});
	const missing = typed.filter(({ text }) => text.trim() !== '' && !shown.has(plain(escapeText(text))));
	// A number alone is a button's, not somebody's work.
	return missing.some(({ text }) => /\p{L}/u.test(text)) ? missing : [];
}
