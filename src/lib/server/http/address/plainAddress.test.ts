import { expect, it } from 'vitest';
import { plainAddress } from './plainAddress.ts';

it.each([
	['/beitraege/7', '/beitraege/7'],
	['/%77erkstatt/eingang', '/werkstatt/eingang'],
	['/uk/fassungen/3/fassung-3%2edocx', '/uk/fassungen/3/fassung-3.docx'],
	['/uk/fassungen/3/fassung-3%2Edocx?a=%2e', '/uk/fassungen/3/fassung-3.docx?a=%2e'],
	['/%61pi/v1#%61', '/api/v1#%61'],
	['/%%37%37erkstatt', '/werkstatt'],
	['/suche%20hier/%c3%a4%2fb%3f%25', '/suche%20hier/%c3%a4%2fb%3f%25'],
	['/%2577erkstatt', '/%2577erkstatt'],
	['/%00%1f%7f%', '/%00%1f%7f%'],
	['', '']
])('%s asks for %s', (address, plain) => {
	expect(plainAddress(address)).toBe(plain);
});
