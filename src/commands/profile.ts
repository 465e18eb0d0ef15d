import { readFile, writeFile } from 'node:fs/promises';
import * as wholeFile from '#lib/consultations/wholeFile.server.ts';
import * as profile from '#lib/profile/profile.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { OperatorError } from './process/reportOperatorError.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run profile -- export FILE.json
npm run profile -- import FILE.json
npm run profile -- check FILE.json

What is particular to this process (name and look, groups, words, districts; under "process" its title, questions, fields
and phases) as one file: writes it, takes it over as a further state of the profile, or only says whether it could be taken
over. The process is set up where there is none yet; one that is there stays as it is. "src/profiles" has two profiles to
begin with.`;

/** What became of the process in the file. */
const SAID = {
	made: ['The process is set up.'],
	stays: ['There is a process already. It stays as it is; it is changed in the workshop (/werkstatt/verfahren).'],
	none: []
} as const;

const DEEDS = ['export', 'import', 'check'] as const;
interface Asked {
	deed: (typeof DEEDS)[number];
	file: string;
}

function read(args: string[]): Asked {
	const { positionals } = options({ args, allowPositionals: true });
	const [typed, file, ...more] = positionals;
	const deed = DEEDS.find((one) => one === typed);
	if (deed === undefined || file === undefined || more.length > 0)
		throw new Wrong('Say what to do, and with which file.');
	return { deed, file };
}

async function textOf(file: string): Promise<string> {
	return readFile(file, 'utf8').catch(() => {
		throw new OperatorError(`${file} cannot be read.`);
	});
}

async function write(ctx: Ctx, file: string): Promise<void> {
	const text = await wholeFile.write(ctx);
	// Never over another file.
	await writeFile(file, text, { flag: 'wx' }).catch(() => {
		throw new OperatorError(`${file} cannot be written, or is there already.`);
	});
	console.log(`The profile is in ${file}.`);
}

await run({
	usage,
	evenWhenClosed: true,
	read,
	async work(ctx, { deed, file }) {
		if (deed === 'export') {
			await write(ctx, file);
			return 0;
		}
		const read = wholeFile.read(await textOf(file));
		if (deed === 'check') {
			await profile.expectReplaceable(ctx, read.profile);
			console.log(`${file} can be taken over. Nothing was changed.`);
			return 0;
		}
		const brought = await wholeFile.take(ctx, read);
		const { number } = await profile.state(ctx);
		console.log([`The profile holds from now on, as state ${number}.`, ...SAID[brought]].join('\n'));
		return 0;
	}
});
