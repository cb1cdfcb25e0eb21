import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { loadSettings } from './app/settings';
import { SettingsMissing } from './app/settings-missing';

const settings = await loadSettings();

await (settings
  ? bootstrapApplication(App, appConfig(settings))
  : bootstrapApplication(SettingsMissing));
