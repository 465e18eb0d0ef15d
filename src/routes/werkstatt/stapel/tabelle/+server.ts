import * as consultations from '#lib/consultations/consultations.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';
import { clusterTable } from '#lib/strategy/clusterLinks/clusterTable.server.ts';
import { askIn } from '../rows.ts';

export const GET = ({ locals: { ctx }, url }) => {
	const format = url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx';
	return sendFile(
		async () => clusterTable(ctx, (await consultations.current(ctx)).id, { ...askIn(url), after: undefined }, format),
		{ how: 'attachment' }
	);
};
