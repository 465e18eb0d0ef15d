import * as privacy from '#lib/privacy/privacy.server.ts';
import { KEPT_DAYS, RULES } from '#lib/privacy/retention.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { entriesOf } from '#lib/server/journal/actors.server.ts';
import { options, run, Wrong } from './run.ts';

const usage = `npm run retention -- --dry-run
npm run retention
npm run retention -- --log

Lets go of what is kept no longer: drafts, sessions, codes of a process that is long over, the words of refused
texts, the log of moderation, and who did what. The server does so by itself every six hours.

--dry-run  prints what would go, to the row, and changes nothing.
--log      prints what went, the newest first.`;

type Asked = 'do' | 'try' | 'log';
const MOST_LINES = 200;

async function log(ctx: Ctx): Promise<void> {
	const entries = await entriesOf(ctx, 'retention.done', MOST_LINES);
	for (const { at, details } of entries) console.log(`${at}\t${details}`);
	if (entries.length === 0) console.log('Nothing has gone so far.');
}

await run<Asked>({
	usage,
	evenWhenClosed: true,
	read(args) {
		const flag = { type: 'boolean' } as const;
		const { values } = options({ args, options: { 'dry-run': flag, log: flag } });
		if (values['dry-run'] && values.log) throw new Wrong('Say --dry-run or --log.');
		return values['dry-run'] ? 'try' : values.log ? 'log' : 'do';
	},
	async work(ctx, asked) {
		if (asked === 'log') {
			await log(ctx);
			return 0;
		}
		const counts = asked === 'try' ? await privacy.previewRetention(ctx) : await privacy.applyRetention(ctx);
		const verb = asked === 'try' ? 'would go' : 'gone';
		for (const rule of RULES) console.log(`${rule}: ${counts[rule]} ${verb} (kept ${KEPT_DAYS[rule]} days)`);
		return 0;
	}
});
