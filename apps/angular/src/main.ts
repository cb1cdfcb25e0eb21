import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { loadSettings } from './app/settings';

try {
  await bootstrapApplication(App, appConfig(await loadSettings()));
} catch (error) {
  const { message: textContent } = error as Error;
  const looks = { role: 'alert', className: 'alert', textContent };
  const alert = Object.assign(document.createElement('p'), looks);
  document.querySelector('main')?.replaceChildren(alert);
}
