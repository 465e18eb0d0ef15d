import { t } from './texts.ts';

/** Fields whose values are never given back: not even to whoever comes back to the form. */
export const SECRET_FIELDS: readonly string[] = ['password', 'passwordAgain', 'formerPassword', 'code', 'codes'];

/** What is wrong with a field, as it stands in the list above the form. Numbers at the end (`title-3`) are rows. */
export function listedError(name: string, sentence: string): string {
	const labels: Readonly<Record<string, string>> = { ...t.fields.texts, ...t.fields.chosen, ...t.fields.asked };
	const label = labels[name.replace(/-\d+$/, '')];
	// These say nothing by themselves: whoever reads them away from the field must hear which one.
	const general = [t.forms.missing, t.forms.choose, t.forms.wrong, t.forms.tooLong];
	return label !== undefined && general.includes(sentence) ? `${label}: ${sentence}` : sentence;
}
