import { DomUtils, parseDocument } from 'htmlparser2';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

export interface PageForm {
	action: string;
	fields: {
		name: string;
		value: string;
		hidden: boolean;
		/** Free text that must come back when the form is not taken. */
		typed: boolean;
	}[];
}

/**
 * The forms of a page that change something, one for each button that says where it goes; those in which nothing can be
 * wrong come last, because sending them may take the others from the page.
 */
export function readForms(html: string): PageForm[] {
	const forms = DomUtils.getElementsByTagName('form', parseDocument(html))
		.filter(({ attribs: { method, action = '' } }) => method === 'post' && !/^\/(abmelden|schnell-weg)/.test(action))
		.flatMap((form) => {
			const fields = within(form, (one) => one.attribs.name !== undefined).map(fieldOf);
			const others = within(form, (one) => one.attribs.formaction !== undefined);
			const actions = [form.attribs.action ?? '', ...others.map((one) => one.attribs.formaction ?? '')];
			return actions.map((action) => ({ action, fields }));
		});
	const written = (form: PageForm) => form.fields.some((field) => field.typed);
	return [...forms.filter(written), ...forms.filter((form) => !written(form))];
}

const within = (form: Element, test: (one: Element) => boolean) => DomUtils.findAll(test, form.children);

/** As a browser takes it from the page before anybody has touched it. */
function fieldOf(field: Element): PageForm['fields'][number] {
	const { name = '', type = 'text' } = field.attribs;
	const typed = field.name === 'textarea' || (field.name === 'input' && ['text', 'search', 'email'].includes(type));
	return { name, value: valueOf(field), hidden: type === 'hidden', typed };
}

function valueOf(field: Element): string {
	if (field.name === 'textarea') return DomUtils.textContent(field);
	if (field.name === 'select') {
		const options = DomUtils.getElementsByTagName('option', field.children);
		const chosen = options.find((one) => one.attribs.selected !== undefined) ?? options[0];
		return chosen ? (chosen.attribs.value ?? DomUtils.textContent(chosen)) : '';
	}
	const box = field.attribs.type === 'checkbox' || field.attribs.type === 'radio';
	return field.attribs.value ?? (box ? 'on' : '');
}
