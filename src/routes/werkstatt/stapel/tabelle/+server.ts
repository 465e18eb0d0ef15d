import * as consultations from '#lib/consultations/consultations.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';
import { clusterTable } from '#lib/strategy/clusterLinks/clusterTable.server.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import { askIn } from '../rows.ts';

export const GET = ({ locals: { ctx }, url }) => {
	const format = url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx';
	const ask = { ...askIn(url), after: undefined };
	const make = async () => clusterTable(ctx, (await consultations.current(ctx)).id, ask, format);
	// It is handed on: German, whoever asks for it.
	return sendFile(() => withWords({ ...ctx, locale: 'de' }, make), { how: 'attachment' });
};
