import { emptySheet } from '#lib/evaluations/emptySheet.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';

/** `?phase=collect`, by its short name. */
export const GET = ({ locals: { ctx }, url }) => sendFile(() => emptySheet(ctx, url.searchParams.get('phase') ?? ''));
