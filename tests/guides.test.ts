import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOMS } from './floorplan/rooms.ts';

const DECISIONS = '.github/decisions';
const HANDBOOK = 'src/lib/texts/{de,en}/handbook';
const GUIDES = [
	'README.md',
	...globSync('.github/**/*.md'),
	...globSync('src/lib/**/README.md'),
	...globSync(`${HANDBOOK}/*.md`)
];
const read = (path: string) => readFileSync(path, 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(GUIDES)('%s', (guide) => {
	const text = read(guide);

	it('names files that are there', () => {
		const named = all(text, /`((?:src|tests|migrations|\.github|\.ci|\.deploy)\/[^`\s]+)`/g);
		// A name with capitals, `…` or `*` stands for many.
		const found = (path: string) => (path.includes('*') ? globSync(path).length > 0 : existsSync(path));
		expect(named.filter((path) => !/[A-Z]{4,}|…/.test(path) && !found(path))).toEqual([]);
		const linked = all(text, /\]\(([^)#]+)\)/g).filter((link) => !/^(https?:|\/)/.test(link));
		expect(linked.filter((link) => !existsSync(join(dirname(guide), link)))).toEqual([]);
	});

	it('names commands that are there', () => {
		const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
		expect(all(text, /npm run (?:-s )?([a-z:-]+)/g).filter((name) => !(name in scripts))).toEqual([]);
	});
});

describe.each(['de', 'en'])('the handbook in %s', (locale) => {
	const whole = globSync(`src/lib/texts/${locale}/handbook/*.md`).map(read).join('\n');

	it('names every setting of the server', () => {
		const settings = ['config.ts', 'auth/oidcSettings.ts'].map((file) => `src/lib/server/${file}`);
		const names = settings.flatMap((file) => all(read(file), /^\t([A-Z][A-Z_]{3,}):/gm));
		expect(names.length).toBeGreaterThan(15);
		expect(names.filter((name) => !whole.includes(`\`${name}`))).toEqual([]);
	});

	it('names every command an operator has', () => {
		const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
		const forContributors = ['test', 'test:unit', 'side-by-side', 'lint', 'format', 'check'];
		const missing = Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?(-s )?${name}\\b`).test(whole));
		expect(missing.filter((name) => !forContributors.includes(name))).toEqual(['demo']);
	});
});

it('the README is a front door', () => {
	expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150);
});

describe('src/lib/README.md', () => {
	const text = read('src/lib/README.md');

	it('lists all rooms, in their order', () => {
		expect(all(text, /^\| `(\w+)` +\| \w/gm).filter((name) => ROOMS.includes(name))).toEqual(ROOMS);
	});

	it('says of every word in which room it is', () => {
		const rooms = all(text, /\| (`\w+`(?:, `\w+`)*) +\|$/gm).flatMap((cell) => all(cell, /`(\w+)`/g));
		expect(rooms.length).toBeGreaterThan(25);
		expect(rooms.filter((room) => !existsSync(join('src/lib', room)))).toEqual([]);
	});
});

describe('decisions', () => {
	const files = readdirSync(DECISIONS).sort();

	it('are numbered without a gap', () => {
		const numbers = files.map((file) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]));
		expect(numbers).toEqual(files.map((_, n) => n + 1));
	});

	it.each(files)('%s says what was the case, what was decided, and what follows', (file) => {
		const text = read(join(DECISIONS, file));
		expect(all(text, /^#+ (.*)$/gm)).toEqual([expect.stringMatching(/^\d+\. /), 'Context', 'Decision', 'Consequences']);
		expect(text.trim().split('\n').length).toBeGreaterThanOrEqual(15);
		expect(text.trim().split('\n').length).toBeLessThanOrEqual(30);
	});
});
