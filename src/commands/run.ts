import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { withWords } from '#lib/wording/wording.server.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { migrationNames, pending } from '#lib/server/db/migrations/migrate.ts';
import { expectOwnSecret } from '#lib/server/db/migrations/installation.ts';
import { openApp } from '#lib/server/openApp.ts';
import { openLog } from '#lib/server/log.ts';
import { reasonSentence } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';
import { OperatorError, reportOperatorError } from './process/reportOperatorError.ts';

/** The command was typed wrongly: its usage is shown, exit code 2. */
export class Wrong extends Error {}

/** What all commands do one way: arguments, settings, an up-to-date database, one ctx, a clean end. */
export interface Command<Asked> {
	usage: string;
	/** It does what must be possible in a closed process, too. */
	evenWhenClosed?: true;
	/** Reads the arguments before anything is opened. Throws `Wrong`. */
	read(args: string[]): Asked;
	/** Answers with the exit code. */
	work(ctx: Ctx, asked: Asked): Promise<number>;
}

export function run<Asked>(command: Command<Asked>): Promise<void> {
	const { work, evenWhenClosed = false } = command;
	return runAlone({ ...command, work: (asked) => inHouse((ctx) => work({ ...ctx, evenWhenClosed }, asked)) });
}

/** The same for a command that needs no database. */
export async function runAlone<Asked>(
	command: Omit<Command<Asked>, 'work'> & { work(asked: Asked): Promise<number> },
	args = process.argv.slice(2)
): Promise<void> {
	if (args.includes('--help') || args.includes('-h')) {
		console.log(command.usage);
		return;
	}
	await reportOperatorError(async () => {
		try {
			process.exitCode = await command.work(command.read(args));
		} catch (error) {
			if (error instanceof Refused) throw new OperatorError(reasonSentence(error.reason, error.facts));
			if (!(error instanceof Wrong)) throw error;
			console.error(`${error.message}\n\n${command.usage}`);
			process.exitCode = 2;
		}
	});
}

/** Typed in another folder, or without the settings of the server: whoever migrated now would begin from nothing. */
function nothingAt({ database }: Config): OperatorError {
	const place = database.kind === 'sqlite' ? `file:${resolve(database.file)}` : 'the database in DATABASE_URL';
	return new OperatorError(
		`There is nothing in ${place} yet. Say in DATABASE_URL where the data of the server is. A new installation begins with "npm run migrate".`
	);
}

async function inHouse(work: (ctx: Ctx) => Promise<number>): Promise<number> {
	const config = readConfig(process.env);
	// Opening it would make it, and a secret beside it.
	if (config.database.kind === 'sqlite' && !existsSync(config.database.file)) throw nothingAt(config);
	const app = openApp(config, openLog('warn'));
	try {
		const missing = await pending(app.reader, 'migrations');
		if (missing.length === migrationNames('migrations').length) throw nothingAt(config);
		if (missing.length > 0) {
			throw new OperatorError('The database is not up to date. Run "npm run migrate" first.');
		}
		await expectOwnSecret(app);
		const ctx = makeCtx(app, 'command');
		return await withWords(ctx, () => work(ctx));
	} finally {
		await app.close();
	}
}

/**
 * `parseArgs` of Node, whose complaints are about how the command was typed. An umlaut is one sign here as
 * everywhere (see normalText.ts); names of files stay as the disk spells them.
 */
export function options<C extends ParseArgsConfig>(config: C) {
	const args = (config.args ?? process.argv.slice(2)).map((one) => (existsSync(one) ? one : one.normalize('NFC')));
	try {
		return parseArgs({ ...config, args });
	} catch (error) {
		throw new Wrong(error instanceof Error ? error.message : String(error));
	}
}
