import type { Routes } from '@angular/router';
import { autoLoginPartialRoutesGuard } from 'angular-auth-oidc-client';
// #region hardening: problems
import { noProblemGuard } from './hardening/problems/no-problem.guard';
// #endregion
import { Home } from './home';
import { NotFound } from './not-found';
import { Profile } from './profile';

export const routes: Routes = [
  { path: '', pathMatch: 'full', title: 'Home · Angular sample', component: Home },
  // Logto sends the browser here; the code is used before any page is shown.
  { path: 'callback', redirectTo: '' },
  {
    // Every page below /profile is for those who are signed in.
    path: 'profile',
    // #region hardening: problems
    canMatch: [noProblemGuard],
    // #endregion
    canActivate: [autoLoginPartialRoutesGuard],
    children: [{ path: '', title: 'Profile · Angular sample', component: Profile }],
  },
  { path: '**', title: 'Page not found · Angular sample', component: NotFound },
];
