import type { Routes } from '@angular/router';
import { signedInGuard } from './auth/signed-in.guard';
import { Callback } from './pages/callback';
import { Home } from './pages/home';
import { Profile } from './pages/profile';

export const routes: Routes = [
  { path: '', pathMatch: 'full', title: 'Home · Angular sample', component: Home },
  { path: 'callback', title: 'Signing in · Angular sample', component: Callback },
  {
    path: 'profile',
    title: 'Profile · Angular sample',
    component: Profile,
    canActivate: [signedInGuard],
  },
  { path: '**', redirectTo: '' },
];
