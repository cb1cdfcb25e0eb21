import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter } from '@angular/router';
import { AbstractSecurityStorage, authInterceptor, provideAuth } from 'angular-auth-oidc-client';
import { routes } from './app.routes';
import { authConfig } from './auth/auth.config';
import { logtoInterceptor } from './auth/logto.interceptor';
import { TabStorage } from './auth/tab-storage';
import { SETTINGS, type Settings } from './settings';

export function appConfig(settings: Settings): ApplicationConfig {
  return {
    providers: [
      provideBrowserGlobalErrorListeners(),
      { provide: SETTINGS, useValue: settings },
      provideRouter(routes),
      provideHttpClient(withInterceptors([authInterceptor(), logtoInterceptor])),
      provideAuth({ config: authConfig(settings) }),
      // After provideAuth, which brings sessionStorage of its own: the last provider wins.
      { provide: AbstractSecurityStorage, useClass: TabStorage },
    ],
  };
}
