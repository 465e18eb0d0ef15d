import type { Ctx } from '#lib/server/ctx.ts';
import * as contributions from './import/contributions.ts';
import * as asking from './import/options.ts';
import * as edition from './import/edition.ts';
import * as polis from './import/polis.ts';
import { run, Wrong } from './run.ts';

const usage = `Takes over what was said on other platforms. First says what would happen and what is wrong with which line;
imports after --yes or a typed "y". Importing the same again changes nothing; lines that are wrong keep out no others.

${asking.usage}

${polis.usage}

${edition.usage}

  --dry-run                     only say what would happen
  --yes                         import without asking

Exit code: 0 all taken or known, 1 some lines were refused or nothing was possible, 2 typed wrongly.`;

function read([what, ...args]: string[]): (ctx: Ctx) => Promise<number> {
	if (what === 'polis') {
		const asked = polis.read(args);
		return (ctx) => polis.work(ctx, asked);
	}
	if (what === 'edition') {
		const asked = edition.read(args);
		return (ctx) => edition.work(ctx, asked);
	}
	const rows = asking.WHAT.find((one) => one === what);
	if (!rows) throw new Wrong('Say "contributions FILE", "decidim FILE", "polis DIR" or "edition DIR".');
	const asked = asking.read(rows, args);
	return (ctx) => contributions.work(ctx, asked);
}

await run({ usage, read, work: (ctx, go) => go(ctx) });
