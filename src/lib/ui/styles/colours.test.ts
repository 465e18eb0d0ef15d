import { expect, test } from 'vitest';
import {
	fingerprint,
	kernColours,
	ourSheet,
	readColours,
	tokensDefined,
	tokensRead,
	uncovered
} from '#lib/ui/styles/colours.sources.ts';

const kern = kernColours();
const sheet = ourSheet();
const colours = readColours();

test('every colour our sheet reads has a value every phone understands', () => {
	expect(tokensRead(sheet).length).toBeGreaterThan(20);
	expect(uncovered(tokensRead(sheet), kern, colours)).toEqual([]);
	expect(sheet).not.toMatch(/(oklch|oklab|lch|lab|color-mix)\([^)]/);
	for (const [, value] of colours.matchAll(/--kern-color-[\w-]+: ([^;]+);/g)) {
		expect(value).toMatch(/^(#[0-9a-f]{6}([0-9a-f]{2})?|[\d.]+%?)$/);
	}
});

test('a colour that is missing is found', () => {
	const without = colours.replaceAll(/--kern-color-action-default-contextual: [^;]+;/g, '');
	expect(uncovered(tokensRead(sheet), kern, without)).toEqual(['--kern-color-action-default-contextual']);
});

test('the dark has colours of its own', () => {
	const dark = tokensDefined(colours.slice(colours.indexOf('@media')));
	expect(dark).toContain('--kern-color-layout-text-default-contextual');
	expect(dark).toContain('--kern-color-action-default-contextual');
});

test('the colours were resolved from the KERN that is installed', () => {
	expect(colours).toContain(fingerprint(kern));
});
