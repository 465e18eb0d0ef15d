import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Ctx } from '../../server/ctx.ts';
import type { Verdict } from '../../verdict.ts';
import { mayBePassword } from './password.ts';

/** Whose password it is to be. */
export interface Owner {
	name: string;
	email: string;
}

/** What everybody tries first who knows what this is. */
const OF_THE_SITE = ['teilhabe', 'beteiligung', 'verfahren', 'werkstatt', 'verwaltung', 'redaktion'];

/** Longer ones are judged by their beginning: nobody else is served while one is judged. */
const LONGEST_JUDGED = 40;
/** Ways to read 4 as A, of which a hundred would take ten times as long and find no more of these passwords. */
const READINGS = 8;

let loading: Promise<ZxcvbnFactory> | null = null;

/** The lists come with the packages; they take half a second and ten megabytes, so only whoever needs them has them. */
function judge(): Promise<ZxcvbnFactory> {
	loading ??= load();
	return loading;
}

async function load(): Promise<ZxcvbnFactory> {
	const [core, common, german, english] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common'),
		import('@zxcvbn-ts/language-de'),
		import('@zxcvbn-ts/language-en')
	]);
	return new core.ZxcvbnFactory({
		graphs: common.adjacencyGraphs,
		dictionary: { ...common.dictionary, ...german.dictionary, ...english.dictionary },
		maxLength: LONGEST_JUDGED,
		l33tMaxSubstitutions: READINGS
	});
}

const wordsIn = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

/** Words that stand for this person and this site. */
function personalWords({ app }: Ctx, { name, email }: Owner): string[] {
	const all = [
		name,
		email,
		email.split('@')[0] ?? '',
		...[name, email, new URL(app.config.origin).hostname].flatMap(wordsIn)
	];
	return [...new Set([...all, ...OF_THE_SITE].map((word) => word.toLowerCase()).filter((word) => word.length > 2))];
}

/** Whether she may have this password, and why not. Nothing leaves the machine. */
export async function mayTake(ctx: Ctx, password: string, owner: Owner): Promise<Verdict> {
	const personal = personalWords(ctx, owner);
	const { guessesLog10, sequence } = (await judge()).check(password, personal);
	const known = sequence.filter(({ pattern }) => pattern === 'dictionary');
	const own = known.find(({ dictionaryName }) => dictionaryName === 'userInputs');
	return mayBePassword({
		length: [...password].length,
		tries: guessesLog10,
		common: sequence.length === 1 && String(known[0]?.dictionaryName).startsWith('passwords'),
		personal: own ? String(own.token) : null
	});
}
