import { expect, it } from 'vitest';
import { withLamAlef } from './lamAlef.ts';

const code = (text: string) => [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16)).join(' ');

it.each([
	['لا', 'fefb'],
	['بلا', '628 200d fefc'],
	['ولا', '648 fefb'],
	['الأمل', '627 fef7 645 644'],
	['سلام', '633 200d fefc 645'],
	['لِا', '644 650 627'],
	['Hallo', '48 61 6c 6c 6f']
])('%s', (text, expected) => expect(code(withLamAlef(text))).toBe(expected));

it('is the same word for whoever reads the file', () => {
	const text = 'لا يلزم أن تذكروا اسمكم، والسلام للآخرين';
	expect(withLamAlef(text).normalize('NFKC').replaceAll('\u200d', '')).toBe(text.normalize('NFKC'));
});
