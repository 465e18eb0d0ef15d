/** Text, or bytes, made while they are sent; when nobody listens any more, no more is made. */
export function streamOf(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : new Uint8Array(value));
		},
		async cancel() {
			await pieces.return(undefined);
		}
	});
}
