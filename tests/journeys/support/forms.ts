import type { Page } from '@playwright/test';

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
export async function readForms(page: Page, html: string): Promise<PageForm[]> {
	await page.setContent(html.replace(/<link[^>]*>/g, ''));
	const forms = await formsOf(page);
	const written = (form: PageForm) => form.fields.some((field) => field.typed);
	return [...forms.filter(written), ...forms.filter((form) => !written(form))];
}

function formsOf(page: Page): Promise<PageForm[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('form')]
			.filter((form) => form.method === 'post' && !/^\/(abmelden|schnell-weg)/.test(form.getAttribute('action') ?? ''))
			.flatMap((form) => {
				const named = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('[name]');
				const fields = [...named].map((field) => ({
					name: field.name,
					value: field.value,
					hidden: field.type === 'hidden',
					typed: field.tagName === 'TEXTAREA' || ['text', 'search', 'email'].includes(field.type)
				}));
				const others = [...form.querySelectorAll('[formaction]')].flatMap(
					(one) => one.getAttribute('formaction') ?? []
				);
				return [form.getAttribute('action') ?? '', ...others].map((action) => ({ action, fields }));
			})
	);
}
