import { pino } from 'pino';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openHouse } from '#lib/server/house.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { plainly } from './plainly.ts';

/**
 * `npm run verify`: recomputes the digest of every published version and names what is no longer as it was.
 * Exit code 1 when something is.
 */
await plainly(async () => {
	const house = openHouse(readConfig(process.env), pino({ level: 'silent' }));
	try {
		const verified = await strategy.verify(makeCtx(house, 'command'));
		for (const { number, ok, difference } of verified) {
			console.log(ok ? `Version ${number}: unchanged` : `Version ${number}: CHANGED, first at ${difference}`);
		}
		if (verified.length === 0) console.log('No version has been published so far.');
		if (verified.some((one) => !one.ok)) process.exitCode = 1;
	} finally {
		await house.close();
	}
});
