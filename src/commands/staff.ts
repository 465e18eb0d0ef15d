import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { makeCode, showCode } from '#lib/people/cards/cardCode.ts';
import { ROLES, RoleName, type Role } from '#lib/people/person.ts';
import * as accountLinks from '#lib/people/accounts/accountLinks.server.ts';
import type { Link } from '#lib/people/accounts/accountLinks.server.ts';
import * as factors from '#lib/people/signIn/factors.server.ts';
import * as provider from '#lib/people/signIn/provider.server.ts';
import * as recovery from '#lib/people/signIn/recovery.server.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { OperatorError } from './process/reportOperatorError.ts';
import { options, run, Wrong } from './run.ts';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { PASSWORD_MIN } from '#lib/people/accounts/account.ts';

const usage = `npm run staff -- add EMAIL --name NAME --roles ROLE,ROLE [--password | --generate]
npm run staff -- link EMAIL
npm run staff -- list
npm run staff -- reset EMAIL
npm run staff -- block EMAIL
npm run staff -- unblock EMAIL
npm run staff -- recover EMAIL
npm run staff -- unlink EMAIL
npm run staff -- code EMAIL

add   adds a member of staff and prints a link with which she chooses her password: once, within 48 hours.
      It is sent by mail, too, if mail is set up. With --password it is typed here (not shown) or piped in, with
      --generate made and printed once; either gives somebody who is known a new password and more roles.
link  prints a new link for somebody who has lost her password or whose invitation is over.
reset removes a lost second factor; it is set up anew at the next sign-in, and all sessions end.
code  prints the code of this moment; only for a demonstration (TEILHABE_DEMO=1).
block ends all sessions of an account at once and keeps it out, until unblock.
recover lets an account in with its password for a day, when the sign-in provider cannot: it works although
      STAFF_PASSWORDS is 0 and for accounts of the provider. A password is set with add; the second factor stays.
unlink parts an account from its identity at the sign-in provider; the next one with its address gets it.
list  prints address, name and roles of everybody, and whether they are blocked or still invited.

Roles: ${ROLES.join(', ')}`;

type Way = 'link' | 'typed' | 'made';
type Asked =
	| { deed: 'list' }
	| { deed: 'reset' | 'link' | 'code' | 'block' | 'unblock' | 'recover' | 'unlink'; email: string }
	| { deed: 'add'; email: string; name: string; roles: Role[]; way: Way };

const DEEDS = ['add', 'link', 'reset', 'code', 'block', 'unblock', 'recover', 'unlink'] as const;

function read(args: string[]): Asked {
	const [text, flag] = [{ type: 'string' } as const, { type: 'boolean' } as const];
	const flags = { name: text, roles: text, generate: flag, password: flag } as const;
	const { values, positionals } = options({ args, options: flags, allowPositionals: true });
	const [deed, address, ...more] = positionals;
	if (deed === 'list' && !address) return { deed };
	const known = DEEDS.find((one) => one === deed);
	if (!known || more.length > 0) {
		throw new Wrong(`Say "list" or one of ${DEEDS.join(', ')} with an e-mail address.`);
	}
	const email = z.email().safeParse(address?.trim().toLowerCase());
	if (!email.success) throw new Wrong(`"${address ?? ''}" is not an e-mail address.`);
	if (known !== 'add') return { deed: known, email: email.data };
	const name = values.name?.trim();
	if (!name) throw new Wrong('--name is missing.');
	if (values.generate && values.password) throw new Wrong('Say --password or --generate, not both.');
	const way = values.generate ? 'made' : values.password ? 'typed' : 'link';
	return { deed: 'add', email: email.data, name, roles: rolesOf(values.roles ?? ''), way };
}

function rolesOf(list: string): Role[] {
	const roles = list.split(',').map((role) => RoleName.safeParse(role.trim()));
	const known = roles.flatMap((role) => (role.success ? [role.data] : []));
	if (known.length < roles.length) throw new Wrong(`--roles is a list of ${ROLES.join(', ')}, separated by commas.`);
	return known;
}

async function list(ctx: Ctx): Promise<number> {
	for (const { email, name, roles, blockedAt, fromProvider, hasPassword } of await staff.all(ctx)) {
		const invited = !hasPassword && !fromProvider;
		const more = [...(fromProvider ? ['by the provider'] : []), ...(invited ? ['invited'] : [])];
		console.log(
			[email, name, roles.join(','), ...more, ...(blockedAt ? [`blocked since ${blockedAt}`] : [])].join('\t')
		);
	}
	return 0;
}

async function personOf(ctx: Ctx, email: string): Promise<string> {
	const personId = await staff.byEmail(ctx, email);
	if (!personId) throw new OperatorError(`Nobody has the address ${email}.`);
	return personId;
}

function tell(link: Link | null, email: string): number {
	if (!link) {
		console.error(`${email} signs in at the provider: passwords are switched off (STAFF_PASSWORDS).`);
		return 0;
	}
	const { address, until, mailed } = link;
	console.log(address);
	const sent = mailed ? 'It has been sent by mail, too. ' : '';
	console.error(`${sent}With this link ${email} chooses a password: once, until ${until}.`);
	return 0;
}

async function reset(ctx: Ctx, email: string): Promise<number> {
	await factors.reset(ctx, await personOf(ctx, email));
	console.error(`${email} sets up a second factor at the next sign-in.`);
	return 0;
}

async function setBlocked(ctx: Ctx, deed: 'block' | 'unblock', email: string): Promise<number> {
	await staff[deed](ctx, await personOf(ctx, email));
	console.error(deed === 'block' ? `${email} is signed out everywhere and kept out.` : `${email} can sign in again.`);
	return 0;
}

async function recover(ctx: Ctx, email: string): Promise<number> {
	const personId = await personOf(ctx, email);
	const until = await recovery.open(ctx, personId);
	console.error(`${email} can sign in with a password at ${ctx.app.config.origin}/anmelden/team until ${until}.`);
	const one = (await staff.all(ctx)).find((member) => member.email === email);
	if (!one?.hasPassword) {
		console.error(`There is none yet. Set it with: npm run staff -- add ${email} --name NAME --roles ROLE --password`);
	}
	return 0;
}

async function unlink(ctx: Ctx, email: string): Promise<number> {
	const personId = await personOf(ctx, email);
	if (!(await provider.unlink(ctx, personId)))
		throw new OperatorError(`${email} has no identity at the sign-in provider.`);
	console.error(`${email} is signed out everywhere. The next identity with this address gets the account.`);
	return 0;
}

async function code(ctx: Ctx, email: string): Promise<number> {
	const personId = await staff.byEmail(ctx, email);
	const now = personId && (await factors.codeNow(ctx, personId));
	if (!now) throw new OperatorError('Codes are told for members of a demonstration only (TEILHABE_DEMO=1).');
	console.log(now);
	return 0;
}

async function add(ctx: Ctx, { email, name, roles, way }: Extract<Asked, { deed: 'add' }>): Promise<number> {
	if (way === 'link') return tell(await accountLinks.invite(ctx, { email, name, roles }), email);
	const password = way === 'made' ? showCode(makeCode(randomInt)) : await readPassword();
	await staff.put(ctx, { email, name, roles, password });
	if (way === 'made') console.log(password);
	console.error(`${email} can sign in at ${ctx.app.config.origin}/anmelden/team as ${roles.join(', ')}.`);
	return 0;
}

await run({
	usage,
	read,
	evenWhenClosed: true,
	async work(ctx, asked) {
		if (asked.deed === 'list') return list(ctx);
		if (asked.deed === 'link')
			return tell(await accountLinks.renew(ctx, await personOf(ctx, asked.email)), asked.email);
		if (asked.deed === 'reset') return reset(ctx, asked.email);
		if (asked.deed === 'code') return code(ctx, asked.email);
		if (asked.deed === 'recover') return recover(ctx, asked.email);
		if (asked.deed === 'unlink') return unlink(ctx, asked.email);
		if (asked.deed !== 'add') return setBlocked(ctx, asked.deed, asked.email);
		return add(ctx, asked);
	}
});

/** Reads a password: from a person, without showing it, or as the first line of a pipe. */
export async function readPassword(): Promise<string> {
	const person = process.stdin.isTTY;
	if (person) process.stderr.write('Password (not shown): ');
	// readline echoes to `output`; one that swallows everything shows nothing.
	const output = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, output, terminal: person });
	try {
		for await (const line of lines) {
			if (person) process.stderr.write('\n');
			if (line.length >= PASSWORD_MIN) return line;
			throw new OperatorError(`A password needs at least ${PASSWORD_MIN} characters.`);
		}
	} finally {
		lines.close();
	}
	throw new OperatorError('No password was given. Type it, pipe it in, or use --generate.');
}
