import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '#lib/server/config.ts';
import { command } from '../support/machine/command.ts';
import { emptyDatabase } from '../support/empty.ts';
import { SECRET } from '../support/machine/secret.ts';
import { serve } from '../support/machine/served.ts';
import { countLost, prepareBallot, type Acknowledged } from './ballot.ts';
import { startVoters } from './voters.ts';

export interface BackedUp {
	/** Of the votes acknowledged before the backup was begun, how many are not in what was put back. */
	missing: number;
	acknowledged: number;
	/** `npm run verify` says the same before and after. */
	verified: boolean;
	/** Of the cards made before, how many open something there. */
	cards: { tried: number; opened: number };
	/** Somebody who was signed in votes on there. */
	goesOn: boolean;
	/** The dry run changed nothing, and a second restore into the same place was refused. */
	dry: boolean;
	refusedTwice: boolean;
}

const CARDS = 5;
const FORM = 'application/x-www-form-urlencoded';

/** A backup while 64 people vote, put back into an empty place, all by the commands an operator types. */
export async function backUpAndRestore(server?: string): Promise<BackedUp> {
	const [from, to] = [await emptyDatabase(server ?? ''), await emptyDatabase(server ?? '')];
	const folder = mkdtempSync(join(tmpdir(), 'teilhabe-faults-'));
	const at = (url: string, name: string) => ({
		...{ DATABASE_URL: url, TEILHABE_SECRET: SECRET },
		TEILHABE_KEYS: join(folder, name)
	});
	const [here, there] = [at(from.url, 'keys'), at(to.url, 'keys-there')];
	try {
		const ballot = await prepareBallot(readConfig(here), { people: 200, points: 60 });
		const codes = await makeCards(here);
		const served = await serve(readConfig(here), { LOG_LEVEL: 'info', TEILHABE_KEYS: here.TEILHABE_KEYS });
		const voters = startVoters(() => [served], ballot, 64);
		await voters.more(200);
		const before = [...voters.acknowledged];
		const place = join(folder, 'backup');
		const made = await command('backup', [place], here);
		if (made.code !== 0) throw new Error(made.said);
		await voters.more(50);
		await voters.stop();
		await served.stop();
		const verified = await command('verify', [], here);
		const dry = await command('restore', [place, '--dry-run'], there);
		const back = await command('restore', [place], there);
		if (back.code !== 0) throw new Error(back.said);
		const again = await command('restore', [place], there);
		// The keys of running votes are in no backup: they are carried over by hand while they still exist.
		mkdirSync(there.TEILHABE_KEYS, { recursive: true });
		cpSync(here.TEILHABE_KEYS, there.TEILHABE_KEYS, { recursive: true });
		const after = await command('verify', [], there);
		return {
			missing: await countLost(readConfig(there), before),
			acknowledged: before.length,
			verified: after.code === verified.code && after.said === verified.said && after.said.startsWith('Version 1'),
			dry: dry.code === 0,
			refusedTwice: again.code !== 0,
			...(await goOn(readConfig(there), there.TEILHABE_KEYS, { codes, ballot, voted: voters.acknowledged }))
		};
	} finally {
		await from.drop();
		await to.drop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function makeCards(env: Record<string, string>): Promise<string[]> {
	const { code, said } = await command('cards', ['--label', 'Vorher', '--size', String(CARDS)], env);
	const codes = said.split('\n').filter((line) => /^[A-Z0-9]{4}(-[A-Z0-9]{4})+$/.test(line.trim()));
	if (code !== 0 || codes.length !== CARDS) throw new Error(said);
	return codes;
}

async function goOn(
	config: Config,
	keys: string,
	{
		codes,
		ballot,
		voted
	}: { codes: string[]; ballot: Awaited<ReturnType<typeof prepareBallot>>; voted: Acknowledged[] }
): Promise<Pick<BackedUp, 'cards' | 'goesOn'>> {
	const served = await serve(config, { LOG_LEVEL: 'info', TEILHABE_KEYS: keys });
	const post = (path: string, fields: Record<string, string>, cookie = '') => {
		const body = new URLSearchParams(fields).toString();
		const headers = { cookie, 'content-type': FORM, 'content-length': String(body.length), origin: served.origin };
		return served.ask(path, { method: 'POST', headers, body });
	};
	let opened = 0;
	for (const code of codes) if ((await post('/anmelden', { code })).status === 303) opened++;
	const [person, point] = [ballot.people[0], ballot.points.at(-1)];
	const isNew = !voted.some(({ personId, pointId }) => personId === person?.id && pointId === point?.id);
	const vote = { choice: 'agree', wording: point?.wordingId ?? '' };
	const cast = await post(`/punkte/${point?.number}?/vote`, vote, person?.cookie);
	await served.stop();
	return { cards: { tried: codes.length, opened }, goesOn: isNew && cast.status === 303 };
}
