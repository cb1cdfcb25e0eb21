import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { loadSettings } from './app/settings';

try {
  await bootstrapApplication(App, appConfig(await loadSettings()));
} catch (error) {
  const alert = document.createElement('p');
  alert.className = 'alert';
  alert.role = 'alert';
  alert.textContent = (error as Error).message;
  document.querySelector('main')?.replaceChildren(alert);
}
