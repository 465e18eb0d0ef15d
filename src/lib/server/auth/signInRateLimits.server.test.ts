import { describe, expect, it } from 'vitest';
import { limitsClock } from '../../../../tests/support/limits.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { newId } from '../ids.ts';
import { rememberDevice } from './devices.server.ts';
import {
	countFactor,
	countPassword,
	countTry,
	LONGEST_TURN,
	turnDelay,
	type Origin
} from './signInRateLimits.server.ts';

const SECOND = 1_000;
const from = (place: string, device: string | null = null): Origin => ({ place, network: place, device });

async function scene() {
	const { app } = await makeTestApp();
	const kim = newId();
	const account = { personId: kim, name: 'kim@amt.example' };
	const ask = (work: Promise<unknown>) =>
		work.then(
			() => 'taken',
			(problem: unknown) => (problem instanceof Error && 'reason' in problem ? String(problem.reason) : 'fault')
		);
	return {
		app,
		kim,
		pass: limitsClock(app).pass,
		password: (origin: Origin, tried = account) => ask(countPassword(app, origin, tried)),
		nobody: (origin: Origin, name: string) => ask(countPassword(app, origin, { personId: null, name })),
		code: (origin: Origin, digits = true) => ask(countFactor(app, origin, kim, digits)),
		place: (kind: 'card' | 'second', place: string) => ask(countTry(app, kind, { place, network: place })),
		device: rememberDevice(app, null, kim).value
	};
}

async function times<T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> {
	const answers = [];
	for (let n = 0; n < count; n++) answers.push(await one(n));
	return answers;
}
const taken = (answers: readonly string[]) => answers.filter((one) => one === 'taken').length;

describe('strangers who guess a password', () => {
	it('80 times from 16 addresses keep the owner out neither at her desk nor on a new device', async () => {
		const { password, device, app, kim } = await scene();
		await times(80, (n) => password(from(`10.0.0.${n % 16}`)));
		expect(await times(9, () => password(from('192.0.2.7', device)))).toEqual(Array(9).fill('taken'));
		expect(await password(from('192.0.2.8'))).toBe('taken');
		const elsewhere = rememberDevice(app, null, newId()).value;
		expect(await times(3, () => password(from('10.0.0.1', elsewhere)))).not.toContain('taken');
		// Not even where the strangers are.
		expect(await password(from('10.0.0.1', device))).toBe('taken');
		expect(rememberDevice(app, device, kim).value).toBe(device);
	});

	it('from ever more networks only make the wait longer, to five minutes at most, and never without an end', async () => {
		const { password, pass } = await scene();
		await times(400, (n) => password(from(`10.1.${n >> 8}.${n & 255}`)));
		const owner = from('192.0.2.7');
		expect(await password(owner)).toMatch(/^turnIn/);
		await pass(LONGEST_TURN);
		expect(await password(owner)).toBe('taken');
	});

	it('from so many networks as they like get few tries a minute out of each', async () => {
		const { password, pass } = await scene();
		let through = 0;
		for (let minute = 0; minute < 10; minute++) {
			through += taken(await times(40, (n) => password(from(`10.2.0.${n}`))));
			await pass(60 * SECOND);
		}
		// 20 of all, 3 of each network, and a turn now and then.
		expect(through).toBeLessThan(20 + 3 * 40 + 10 * 20);
	});

	it('with 150 names that nobody has keep nobody out who has one', async () => {
		const { password, nobody } = await scene();
		await times(150, (n) => nobody(from(`10.0.0.${n % 16}`), `niemand-${n}@amt.example`));
		expect(await password(from('192.0.2.7'))).toBe('taken');
	});

	it('of a name nobody has are asked to wait like those of a name that is there', async () => {
		const { password, nobody } = await scene();
		const known = await times(80, (n) => password(from(`10.0.0.${n % 8}`)));
		const { nobody: again } = await scene();
		const unknown = await times(80, (n) => again(from(`10.0.0.${n % 8}`), 'niemand@amt.example'));
		expect(unknown).toEqual(known);
		expect(await nobody(from('10.9.0.1'), 'niemand@amt.example')).toBe('taken');
	});

	it('from one address come to a crawl', async () => {
		const { password } = await scene();
		expect(taken(await times(100, () => password(from('10.0.0.1'))))).toBeLessThanOrEqual(10);
	});

	it('wait twice as long with every 25 tries', () => {
		expect([0, 25, 50, 75, 100, 200].map(turnDelay)).toEqual([5, 10, 20, 40, 80, 300].map((one) => one * SECOND));
	});
});

describe('a device that was stolen', () => {
	it('has no more tries than any, then it counts as a stranger', async () => {
		const { password, device } = await scene();
		const answers = await times(200, (n) => password(from(`10.3.${n}.1`, device)));
		expect(taken(answers)).toBeLessThan(10 + 20 + 100 + 20);
		expect(answers.at(-1)).toMatch(/^turnIn/);
	});
});

describe('the second factor', () => {
	it('is guessed ten times, however many addresses there are; her own device and a recovery code still work', async () => {
		const { code, device } = await scene();
		expect(taken(await times(60, (n) => code(from(`10.0.1.${n}`))))).toBe(10);
		expect(await code(from('192.0.2.7'))).toBe('tooManyCodes');
		expect(await code(from('192.0.2.7', device))).toBe('taken');
		expect(await code(from('192.0.2.7'), false)).toBe('taken');
	});

	it('on a device that is known is guessed ten times as well', async () => {
		const { code, device } = await scene();
		expect(taken(await times(40, (n) => code(from(`10.0.1.${n}`, device))))).toBe(20);
	});

	it('is given back a try in five minutes', async () => {
		const { code, pass } = await scene();
		await times(12, (n) => code(from(`10.0.1.${n}`)));
		await pass(300 * SECOND);
		expect(await times(2, () => code(from('192.0.2.7')))).toEqual(['taken', 'tooManyCodes']);
	});
});

describe('fifty thousand strangers', () => {
	it('push nobody’s second factor out of what is remembered', async () => {
		const { code, nobody, place, app } = await scene();
		await times(10, (n) => code(from(`10.0.1.${n}`)));
		// The database forgets nobody; there a few show it.
		const many = app.kind === 'postgres' ? 500 : 50_001;
		const address = (n: number) => `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
		await times(many, (n) => place('second', address(n)));
		await times(many, (n) => nobody(from(address(n)), `niemand-${n}@amt.example`));
		expect(await code(from('192.0.2.7'))).toBe('tooManyCodes');
	}, 60_000);
});

describe('cards', () => {
	it('thirty people of one day centre can sign in at once; whoever guesses on waits, and nobody else', async () => {
		const { place, pass } = await scene();
		expect(taken(await times(30, () => place('card', '10.0.0.1')))).toBe(30);
		expect(taken(await times(70, () => place('card', '10.0.0.1')))).toBe(10);
		expect(await place('card', '10.0.0.2')).toBe('taken');
		await pass(60 * SECOND);
		expect(await place('card', '10.0.0.1')).toBe('taken');
	});
});
