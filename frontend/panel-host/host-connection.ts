import * as extensions from '@pipedrive/app-extensions-sdk';
import type AppExtensionsSDK from '@pipedrive/app-extensions-sdk';
import { Color, Command, Event as HostEvent, Modal, View } from '@pipedrive/app-extensions-sdk';

// The SDK is a CommonJS module: bundlers disagree on whether its default export is the class or the whole module.
const exported = extensions.default as unknown as { default?: typeof AppExtensionsSDK };
const HostSdk = exported.default ?? extensions.default;

/** How long the host may take to answer a question that needs no person. */
const ANSWER_TIME = 10_000;

/** What the host is asked before something is done that cannot be taken back. */
export interface Question {
  title: string;
  description: string;
  ok: string;
  cancel: string;
}

function connect(): AppExtensionsSDK | undefined {
  const framed = window.parent !== window && new URLSearchParams(window.location.search).has('id');
  return framed ? new HostSdk() : undefined;
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const clock = window.setTimeout(() => reject(new Error('the host does not answer')), ANSWER_TIME);
    answer.then(resolve, reject).finally(() => window.clearTimeout(clock));
  });
}

const sdk = connect();

// At once, while the page still loads: the host shows the page only when it hears from it within ten seconds.
const ready: Promise<AppExtensionsSDK> = sdk ? sdk.initialize() : Promise.reject(new Error('there is no host'));
ready.catch(() => undefined);

/** Whether a Pipedrive page frames this one. */
export const hosted = sdk !== undefined;

export async function resize(height: number, width?: number): Promise<void> {
  await (await inTime(ready)).execute(Command.RESIZE, width ? { height, width } : { height });
}

export async function showSnackbar(message: string, url?: string, label?: string): Promise<void> {
  const link = url && label ? { url, label } : undefined;
  await inTime((await inTime(ready)).execute(Command.SHOW_SNACKBAR, link ? { message, link } : { message }));
}

export async function confirm(question: Question): Promise<boolean> {
  const answer = await (
    await inTime(ready)
  ).execute(Command.SHOW_CONFIRMATION, {
    title: question.title,
    description: question.description,
    okText: question.ok,
    cancelText: question.cancel,
    okColor: Color.NEGATIVE
  });
  return answer.confirmed;
}

/** Resolves when the modal is closed again. */
export async function openModal(actionId: string, data: Record<string, string>): Promise<void> {
  await (
    await inTime(ready)
  ).execute(Command.OPEN_MODAL, { type: Modal.CUSTOM_MODAL, action_id: actionId, data });
}

export async function closeModal(): Promise<void> {
  await inTime((await inTime(ready)).execute(Command.CLOSE_MODAL));
}

export async function signedToken(): Promise<string> {
  return (await inTime((await inTime(ready)).execute(Command.GET_SIGNED_TOKEN))).token;
}

export async function openSettings(): Promise<void> {
  await inTime((await inTime(ready)).execute(Command.REDIRECT_TO, { view: View.SETTINGS }));
}

/** Tells the theme whenever the person changes it in Pipedrive; answers how to stop that. */
export function onTheme(tell: (dark: boolean) => void): () => void {
  // The theme is read from the event: the SDK's own userSettings has another shape after a change.
  return sdk ? sdk.listen(HostEvent.USER_SETTINGS_CHANGE, ({ data }) => tell(data?.theme === 'dark')) : () => undefined;
}
