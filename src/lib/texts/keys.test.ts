import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const TOKENS = /[{}]|("(?:[^"\\]|\\.)*")(\s*:)?/g;

/** The keys that stand twice in one object: `JSON.parse` keeps the last one and says nothing. */
function keptTwice(json: string): string[] {
	const around: Set<string>[] = [];
	return [...json.matchAll(TOKENS)].flatMap(([token, text = '', colon]) => {
		if (token === '{') around.push(new Set());
		if (token === '}') around.pop();
		const keys = around.at(-1);
		if (!colon || !keys) return [];
		const key = String(JSON.parse(text));
		if (keys.has(key)) return [key];
		keys.add(key);
		return [];
	});
}

const files = ['src/lib/texts', 'src/profiles'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.map((name) => `${folder}/${name}`)
);

it('no text is lost behind another with the same key', () => {
	expect(files.length).toBeGreaterThan(100);
	const found = files.flatMap((file) => keptTwice(readFileSync(file, 'utf8')).map((key) => `${file}: ${key}`));
	expect(found).toEqual([]);
});

describe('a key that stands twice is found', () => {
	it.each([
		['in one object', '{ "a": "x", "b": "y", "a": "z" }', ['a']],
		['deep within, after an object of its own', '{ "a": { "b": { "a": "x" }, "c": ["b"], "b": "y" } }', ['b']],
		['also where it is written otherwise', String.raw`{ "a": "x", "\u0061": "y" }`, ['a']],
		['not in two objects', '{ "a": [{ "b": "x" }, { "b": "y" }], "b": { "a": "z" } }', []],
		['not within a text', String.raw`{ "a": "x {\"a\": 1}", "b": "\"a\": }" }`, []]
	])('%s', (_, json, keys) => expect(keptTwice(json)).toEqual(keys));
});
