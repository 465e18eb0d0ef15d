/**
 * Told to stop, npm passes the signal on to the shell between it and us; the shell ends, and we would live on with
 * nobody knowing. So whoever was started by npm stops when its parent is gone.
 */
export function exitWithParent(stop: () => void): void {
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(timer);
		stop();
	}, 500);
	timer.unref();
}
