import { csv } from '../../csv.ts';
import type { Cluster, ClusterAsk } from '../../distillation/clusters/cluster.ts';
import * as distillation from '../../distillation/distillation.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { SentFile } from '../../server/http/sendFile.ts';
import { workbookFile } from '../../server/print/workbook.server.ts';
import { isoDay } from '../../texts/dates.ts';
import { t } from '../../texts/texts.ts';
import { numbersOf } from './linkClusterToPoint.server.ts';

/** So many at once; nobody reads a longer table. */
const MOST = 20_000;
const PIECE = 200;

async function all(ctx: Ctx, consultationId: string, ask: ClusterAsk): Promise<Cluster[]> {
	const found: Cluster[] = [];
	let after: string | undefined;
	do {
		const { clusters, next } = await distillation.clusters(ctx, consultationId, { ...ask, after }, PIECE);
		found.push(...clusters);
		after = next ?? undefined;
	} while (after !== undefined && found.length < MOST);
	return found;
}

/** What the list of clusters shows, as a table. Refused: signInFirst, roleMissing. */
export async function clusterTable(
	ctx: Ctx,
	consultationId: string,
	ask: ClusterAsk,
	format: 'xlsx' | 'csv'
): Promise<SentFile> {
	const clusters = await all(ctx, consultationId, ask);
	const points = await numbersOf(
		ctx,
		clusters.flatMap(({ pointId }) => pointId ?? [])
	);
	const words = t.distillation.table;
	const rows = clusters.map(({ number, title, gist, memberCount, dissentCount, pointId }) => [
		...[number, title, gist, memberCount, dissentCount],
		points.get(pointId ?? '') ?? ''
	]);
	const name = `stapel-${isoDay(ctx.now)}.${format}`;
	if (format === 'csv') return { name, type: 'text/csv', bytes: Buffer.from(csv(words.columns, rows)) };
	const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	return { name, type, bytes: workbookFile(words.title, words.columns, rows) };
}
