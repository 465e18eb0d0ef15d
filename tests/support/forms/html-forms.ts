import { Parser } from 'htmlparser2';

/** A field as a browser would find it in the page, without one. */
interface HtmlField {
	name: string;
	kind: 'hidden' | 'file' | 'text' | 'date' | 'number' | 'choice' | 'box' | 'secret';
	/** What it holds now; null: a box or option that is not chosen. */
	value: string | null;
	/** What may be chosen. */
	option: string;
}

export interface HtmlForm {
	action: string;
	fields: HtmlField[];
}

const DATES = /^(date|time|datetime-local)$/;

function kindOf({ type = 'text', inputmode = '' }: Record<string, string>): HtmlField['kind'] {
	if (type === 'hidden') return 'hidden';
	if (type === 'file') return 'file';
	if (type === 'password') return 'secret';
	if (type === 'checkbox') return 'box';
	if (type === 'radio') return 'choice';
	if (DATES.test(type)) return 'date';
	return inputmode === 'numeric' || type === 'number' ? 'number' : 'text';
}

/** The forms of a page that send something, one for each button that says where it goes. */
export function htmlForms(html: string): HtmlForm[] {
	const forms: { form: HtmlForm; actions: string[]; post: boolean }[] = [];
	let [current, area, select]: [(typeof forms)[number] | null, HtmlField | null, string | null] = [null, null, null];
	const parser = new Parser({
		onopentag(tag, given) {
			if (tag === 'form') {
				current = { form: { action: given.action ?? '', fields: [] }, actions: [], post: given.method === 'post' };
				forms.push(current);
			}
			if (!current) return;
			const { name = '', value = '' } = given;
			if (tag === 'textarea') current.form.fields.push((area = { name, kind: 'text', value: '', option: '' }));
			if (tag === 'select') select = name;
			if (tag === 'option' && select !== null) {
				const chosen = 'selected' in given ? value : null;
				current.form.fields.push({ name: select, kind: 'choice', value: chosen, option: value });
			}
			if (given.formaction !== undefined) current.actions.push(given.formaction);
			if (tag === 'button' && name !== '')
				current.form.fields.push({ name, kind: 'hidden', value: null, option: value });
			if (tag !== 'input' || name === '') return;
			const kind = kindOf(given);
			const chosen = (kind === 'box' || kind === 'choice') && !('checked' in given) ? null : value;
			current.form.fields.push({ name, kind, value: chosen, option: value });
		},
		ontext(text) {
			if (area) area.value += text;
		},
		onclosetag(tag) {
			if (tag === 'textarea') area = null;
			if (tag === 'select') select = null;
			if (tag === 'form') current = null;
		}
	});
	parser.end(html);
	return forms
		.filter(({ post, form }) => post && !/^\/(abmelden|schnell-weg)/.test(form.action))
		.flatMap(({ form, actions }) => [form.action, ...new Set(actions)].map((action) => ({ ...form, action })));
}

/** Everything that stands in the page's fields, wherever they are: name and value. */
export function standing(html: string): Set<string> {
	const whole = html.replace(/<form\b[^>]*>/g, '').replaceAll('</form>', '');
	const [form] = htmlForms(`<form method="post">${whole}</form>`);
	return new Set(
		(form?.fields ?? []).flatMap(({ name, value }) => (value === null ? [] : [`${name}=${value.trim()}`]))
	);
}
