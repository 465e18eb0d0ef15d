import { codesOf, nameKey, type NameList, type NamesInput, type Saying } from '../profile/words/nameList.ts';
import * as profile from '../profile/profile.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { t } from '../texts/texts.ts';
import { differences, type ShownChange } from '../ui/forms/shownChange.ts';
import { obey } from '../verdict.ts';
import { mayBeTold, mayReword } from './wording.ts';
import * as wording from './wording.server.ts';

/** An entry of a list: its code for good, and what is said of it now. */
export interface NamedCode {
	code: string;
	name: string;
	text: string;
}

export async function list(ctx: Ctx, list: NameList): Promise<NamedCode[]> {
	obey(mayReword(ctx.person));
	const said = await wording.textsNow(ctx);
	return codesOf(list, wording.keys()).map((code) => ({
		code,
		name: said(nameKey(list, 'name', code)),
		text: said(nameKey(list, 'text', code))
	}));
}

/** What the entries of every list are called now. */
export async function all(ctx: Ctx): Promise<Record<NameList, string[]>> {
	const named = async (one: NameList) => (await list(ctx, one)).map(({ name }) => name);
	return {
		...{ kinds: await named('kinds'), outcomes: await named('outcomes') },
		...{ grounds: await named('grounds'), competences: await named('competences') }
	};
}

/** What a form about them shows, by field. */
export const namesState = (rows: readonly NamedCode[]): Record<string, string> =>
	Object.fromEntries(
		rows.flatMap(({ name, text }, at) => [[`name-${at + 1}`, name] as const, [`text-${at + 1}`, text] as const])
	);

/**
 * Calls them so from now on, everywhere but in what is published: that holds codes. They stand in the profile, and what
 * was said of them one by one before gives way. Refused: two with one name, and what cannot stand there.
 */
export async function rename(ctx: Ctx, of: NameList, { rows, seen }: NamesInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayReword(ctx.person));
		const before = await list(ctx, of);
		const after = before.map(({ code }, at) => ({ code, name: rows[at]?.name ?? '', text: rows[at]?.text ?? '' }));
		const own = Object.fromEntries(after.flatMap((row) => [...saying(of, 'name', row), ...saying(of, 'text', row)]));
		for (const [key, text] of Object.entries(own)) wording.expectToStand(key, text);
		obey(mayBeTold(after.map(({ code, name }) => name || wording.oursOf(nameKey(of, 'name', code)))));
		await profile.changeNames(ctx, of, { wording: own, seen, shown: namesState(before) });
		for (const { code } of before) await leaveToProfile(ctx, of, code);
	});
}

/** What `rename` makes different, entry by entry. Call it where it is taken back again, to show it beforehand. */
export async function renamedBy(ctx: Ctx, of: NameList, form: NamesInput): Promise<ShownChange[]> {
	const before = await list(ctx, of);
	await rename(ctx, of, form);
	const words = t.profile.names[of];
	return before.flatMap((row, at) => {
		const told = (which: Saying) => form.rows[at]?.[which] || wording.oursOf(nameKey(of, which, row.code));
		const facts = ({ name, text }: { name: string; text: string }) => ({ [words.name]: name, [words.text]: text });
		return differences(facts(row), facts({ name: told('name'), text: told('text') })).map((change) => ({
			...change,
			label: `${row.name}: ${change.label}`
		}));
	});
}

/** What is ours already, or left empty, is not written down. */
function saying(of: NameList, which: Saying, row: NamedCode): [string, string][] {
	const key = nameKey(of, which, row.code);
	const text = row[which].replaceAll('\r\n', '\n');
	return text === '' || text === wording.oursOf(key) ? [] : [[key, text]];
}

async function leaveToProfile(ctx: Ctx, of: NameList, code: string): Promise<void> {
	for (const which of ['name', 'text'] as const) await wording.reword(ctx, nameKey(of, which, code), { text: '' });
}
