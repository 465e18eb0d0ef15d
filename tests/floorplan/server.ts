import { each, type Rule, type Source } from './source.ts';
import { isStore, isTest, roomOf } from './rooms.ts';

const SPEAKS_SQL =
	/\.(selectFrom|selectNoFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(|\bsql(\.\w+)?(<[^>]*>)?`/;
/** The parts of server that keep their own tables. */
const MAY_SPEAK_SQL = /^src\/lib\/server\/(db|performance|journal|auth|mail|print|forms)\//;

function mayspeakSql(path: string): boolean {
	return MAY_SPEAK_SQL.test(path) || isTest(path) || (roomOf(path) !== null && isStore(path));
}

function sql({ path, code, imports }: Source): string[] {
	if (!path.startsWith('src/') || mayspeakSql(path)) return [];
	const brings = imports.some(({ from, typeOnly }) => from.startsWith('kysely') && !typeOnly);
	const line = code.split('\n').findIndex((text) => SPEAKS_SQL.test(text)) + 1;
	return brings || line > 0
		? [`speaks SQL${line ? ` in line ${line}` : ''}: move it into the room's store.server.ts`]
		: [];
}

function pairs(sources: readonly Source[]) {
	const paths = new Set(sources.map(({ path }) => path));
	const other = (path: string) =>
		path.includes('.sqlite.') ? path.replace('.sqlite.', '.postgres.') : path.replace('.postgres.', '.sqlite.');
	return [...paths]
		.filter((path) => /\.(sqlite|postgres)\.server\.ts$/.test(path) && !paths.has(other(path)))
		.map((path) => ({ path, advice: `a dialect branch is a pair of files: ${other(path)} is missing` }));
}

/** The moment is `ctx.now`: a verb that asks the clock itself cannot be tested and disagrees with its own journal. */
function clock({ path, code }: Source): string[] {
	if (isTest(path) || (roomOf(path) === null && !path.startsWith('src/routes/'))) return [];
	const line = code.split('\n').findIndex((text) => /new Date\(\s*\)|Date\.now\(|performance\.now\(/.test(text)) + 1;
	return line > 0 ? [`asks the clock in line ${line}: use ctx.now`] : [];
}

/** Who searches for how digests are made finds one place. */
function digests({ path, code }: Source): string[] {
	if (!path.startsWith('src/') || isTest(path) || path === 'src/lib/sha256.ts') return [];
	return /createHash\(|\bhash\('sha256',/.test(code) ? ['makes a digest by hand: use src/lib/sha256.ts'] : [];
}

function migrations({ path, imports }: Source): string[] {
	if (!path.startsWith('migrations/')) return [];
	return imports
		.filter(({ target }) => target !== null && !target.startsWith('migrations/'))
		.map(({ from }) => `imports ${from}: a released migration must never change with the code; write the values out`);
}

function memory({ path, imports, code }: Source): string[] {
	if (!path.startsWith('src/') || isTest(path)) return [];
	const complaints: string[] = [];
	if (/user-agent|getClientAddress\(\)/i.test(code) && !/server\/http\/|routes\/\(account\)\/anmelden/.test(path)) {
		complaints.push(
			'looks at the address or device of a person: we keep neither; only server/http slows down guessing'
		);
	}
	if (imports.some(({ from }) => from === 'lucia') && !path.startsWith('src/lib/server/auth/')) {
		complaints.push('imports lucia: sessions stay behind server/auth');
	}
	return complaints;
}

/** Whoever searches for where the session cookie is set finds one place. */
function cookies({ path, code }: Source): string[] {
	if (!path.startsWith('src/') || path.startsWith('src/lib/server/http/') || isTest(path)) return [];
	return /\bcookies\.(set|delete|serialize)\(/.test(code)
		? ['sets a cookie: server/http does (signIn/sessionCookie.ts)']
		: [];
}

/** Days are counted and moments moved in one place; a constant written out by hand hides which is which. */
function durations({ path, code }: Source): string[] {
	if (!path.startsWith('src/lib/') || path === 'src/lib/time.ts' || path.startsWith('src/lib/texts/') || isTest(path))
		return [];
	return /\b60 \* 60 \* 1_?000\b|\b60 \* 60_000\b|new Date\(Date\.parse\([\w.]+\) [-+][^\n]*toISOString/.test(code)
		? ['reckons with milliseconds by hand: use src/lib/time.ts']
		: [];
}

const COMMENTS = /\bcomments( as \w+)?'|\b(from|join) comments\b/;
const OF_BOTH = /proposal_?id[^;]*amendment_?id/is;
const WHILE_SEEN = /(hidden|withheld)_?at['"]?,?\s*'?is\b/i;

/** It is asked in five rooms; each condition of its own forgot something else. */
function readable({ path, code }: Source): string[] {
	if (!path.startsWith('src/') || isTest(path) || path === 'src/lib/server/db/publicTexts.ts') return [];
	const own = code.split(/;\r?\n/).some((one) => WHILE_SEEN.test(one) && (COMMENTS.test(one) || OF_BOTH.test(one)));
	return own ? ['says by itself which comments everybody can read: use src/lib/server/db/publicTexts.ts'] : [];
}

export const serverRules: readonly Rule[] = [
	each('SQL is spoken in stores and server only', sql),
	{ name: 'dialect branches come in pairs', check: pairs },
	each('the clock is ctx.now', clock),
	each('digests are made in one place', digests),
	each('cookies are set in one place', cookies),
	each('time is reckoned in one place', durations),
	each('which comments everybody can read is said in one place', readable),
	each('migrations import nothing of ours', migrations),
	each('nobody looks at addresses and devices', memory)
];
