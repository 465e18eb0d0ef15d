import type { Complaint, Rule, Source } from './source.ts';

const TEXTS = 'src/lib/texts/';

/** The keys of a flat `export const x = { key: '…' }`. */
export function keysOf(code: string): string[] {
	return [...code.matchAll(/^\t(?:(\w+)|'([^']+)'):/gm)].flatMap((match) => match[1] ?? match[2] ?? []);
}

/** Sentences nobody can ever read are left over from something: every key is named somewhere. */
function unused(
	file: string,
	named: (key: string) => RegExp,
	advice: string
): (sources: readonly Source[]) => Complaint[] {
	return (sources) => {
		const texts = sources.find(({ path }) => path === `${TEXTS}de/${file}.ts`);
		const code = sources.filter(({ path }) => path.startsWith('src/') && !path.startsWith(TEXTS));
		return keysOf(texts?.code ?? '')
			.filter((key) => !code.some((source) => named(key).test(source.code) || named(key).test(source.text)))
			.map((key) => ({ path: `${TEXTS}de/${file}.ts`, advice: `»${key}« ${advice}` }));
	};
}

const quoted = (key: string) => new RegExp(`['"\`]${key}['"\`]|\\.${key}\\b`);
const inAddress = (key: string) => new RegExp(`ok=${key}\\b|['"\`]${key}['"\`]`);

/** `…?ok=key` in an address must be a sentence we know, or the person is told nothing. */
function unknownDone(sources: readonly Source[]): Complaint[] {
	const done = new Set(keysOf(sources.find(({ path }) => path === `${TEXTS}de/done.ts`)?.code ?? ''));
	return sources
		.filter(({ path }) => path.startsWith('src/routes/'))
		.flatMap(({ path, code }) =>
			[...code.matchAll(/[?&]ok=(\w+)/g)]
				.flatMap((match) => match[1] ?? [])
				.filter((key) => !done.has(key))
				.map((key) => ({ path, advice: `redirects to ok=${key}, but texts/de/done.ts has no such sentence: add it` }))
		);
}

export const textRules: readonly Rule[] = [
	{
		name: 'every reason is given somewhere',
		check: unused('reasons', quoted, 'is a reason that no rule gives: delete it')
	},
	{ name: 'every field error can happen', check: unused('forms', quoted, 'is an error no form gives: delete it') },
	{ name: 'every success is told somewhere', check: unused('done', inAddress, 'is never redirected to: delete it') },
	{ name: 'every success has a sentence', check: unknownDone }
];
