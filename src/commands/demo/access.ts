import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { codeAt } from '#lib/server/auth/totp.server.ts';

/** How to sign in to the demonstration. Only a demonstration may write codes and passwords down. */
const Access = z.object({
	codes: z.array(z.object({ who: z.string(), code: z.string() })),
	staff: z.array(z.object({ who: z.string(), email: z.string(), password: z.string(), secret: z.string() }))
});
export type Access = z.output<typeof Access>;

export function readAccess(file: string): Access | null {
	try {
		return Access.parse(JSON.parse(readFileSync(file, 'utf8')));
	} catch {
		return null;
	}
}

export function writeAccess(file: string, access: Access): void {
	writeFileSync(file, JSON.stringify(access, null, '\t'), { mode: 0o600 });
}

export function showAccess(access: Access, origin: string, url: string): string {
	const width = Math.max(...[...access.codes, ...access.staff].map(({ who }) => who.length)) + 2;
	const codes = access.codes.map(({ who, code }) => `  ${who.padEnd(width)}${code}`);
	const now = new Date().toISOString();
	const staff = access.staff.map(
		({ who, email, password, secret }) =>
			`  ${who.padEnd(width)}${email}  ${password}  ${codeAt(secret, now)}  ${secret}`
	);
	return [
		'',
		`The demonstration is at ${origin}`,
		'',
		`With a card code, at ${origin}/anmelden:`,
		...codes,
		'',
		`Staff, at ${origin}/anmelden/team:`,
		...staff,
		'',
		'Password, code of this half minute, secret for an app. A fresh code:',
		`  TEILHABE_DEMO=1 DATABASE_URL=${url} npm run -s staff -- code verwaltung@demo.example`,
		'',
		`Stop it with Ctrl+C. Everything is kept in ${url} and there again at the next start.`,
		''
	].join('\n');
}
