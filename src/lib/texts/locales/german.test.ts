import { describe, expect, it } from 'vitest';
import { asGerman, withGerman } from './german.ts';

const BEGIN = '\ue000';
const END = '\ue001';
const marked = (text: string) => BEGIN + text + END;

describe('German words on a page in another language', () => {
	it.each([
		['alone', `<h1>${marked('Wohnen')}</h1>`, '<h1><span lang="de" dir="ltr">Wohnen</span></h1>'],
		[
			'in a sentence',
			`<p>Пункт 1: ${marked('Wohnen')}.</p>`,
			'<p>Пункт 1: <span lang="de" dir="ltr">Wohnen</span>.</p>'
		],
		['twice', `${marked('A')} ${marked('B')}`, '<span lang="de" dir="ltr">A</span> <span lang="de" dir="ltr">B</span>'],
		['in an attribute', `<a title="x > ${marked('A')}">1</a>`, '<a title="x > A">1</a>'],
		['in the title', `<title>${marked('Wohnen')} – Name</title>`, '<title>Wohnen – Name</title>'],
		['in a choice', `<option value="1">${marked('Wohnen')}</option>`, '<option value="1">Wohnen</option>'],
		['in a field', `<textarea>${marked('Wohnen')}</textarea>`, '<textarea>Wohnen</textarea>'],
		['cut off', `<p>${BEGIN}Wohnen</p>`, '<p>Wohnen</p>'],
		['around an element', `<p>${BEGIN}Woh<b>n</b>en${END}</p>`, '<p>Woh<b>n</b>en</p>']
	])('%s', (_, html, shown) => expect(withGerman(html)).toBe(shown));

	it('are nothing special where the page is German', () => {
		expect(asGerman('Wohnen')).toBe('Wohnen');
		expect([asGerman(null), asGerman(undefined), asGerman('')]).toEqual([null, undefined, '']);
	});
});
