import { rmSync } from 'node:fs';
import { BadConfig } from '../../config.ts';
import { makeCtx, type Ctx } from '../../ctx.ts';
import type { Db, App } from '../../app.ts';
import { evenWhenClosed } from '../closure.ts';
import { transaction } from '../transaction.ts';

const SECRET = 'fingerprint of the secret';

/**
 * The database knows which secret its cards and sealed texts were made with. Throws `BadConfig` when this one is another,
 * or was made just now although the database is older: with it no card would open anything any more.
 */
export async function expectOwnSecret(app: App): Promise<void> {
	const mine = app.keys.digest('fingerprint', SECRET);
	const known = await transaction(evenWhenClosed(makeCtx(app, 'command')), async (ctx) => {
		const stored = await installationValue(ctx.db, SECRET);
		if (stored !== null) return stored;
		// Databases from before this was kept: what is sealed in them tells.
		if (!(await fits(ctx))) return null;
		await ctx.db.insertInto('installation').values({ name: SECRET, value: mine }).execute();
		return mine;
	});
	if (known === mine) return;
	const { file, made } = app.secretFile;
	if (!made) {
		throw new BadConfig(
			`The secret ${app.config.secret === null ? `in ${file}` : 'in TEILHABE_SECRET'} is not the one this database was made with: no card and no second factor would work. Put the right one there, or choose another database with DATABASE_URL.`
		);
	}
	rmSync(file, { force: true });
	throw new BadConfig(
		`The secret of this database is missing: neither TEILHABE_SECRET nor ${file} has it. Without it no card and no second factor works. Put it back from your backup.`
	);
}

/** What this installation has noted of itself under this name, or null. */
export async function installationValue(db: Db, name: string): Promise<string | null> {
	const row = await db.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst();
	return row?.value ?? null;
}

/** Takes the place of what was noted before. */
export async function setInstallationValue(ctx: Ctx, name: string, value: string): Promise<void> {
	await transaction(ctx, async ({ db }) => {
		const row = { name, value };
		await db
			.insertInto('installation')
			.values(row)
			.onConflict((conflict) => conflict.column('name').doUpdateSet(row))
			.execute();
	});
}

async function fits({ db, app }: Ctx): Promise<boolean> {
	const [factor, original] = await Promise.all([
		db.selectFrom('secondFactors').select('sealed').limit(1).executeTakeFirst(),
		db.selectFrom('originals').select('sealed').limit(1).executeTakeFirst()
	]);
	for (const sealed of [factor?.sealed, original?.sealed]) {
		if (!sealed) continue;
		try {
			app.keys.open(sealed);
			return true;
		} catch {
			return false;
		}
	}
	if (!app.secretFile.made) return true;
	return (await db.selectFrom('cards').select('id').limit(1).executeTakeFirst()) === undefined;
}
