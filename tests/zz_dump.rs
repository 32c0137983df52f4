#![allow(clippy::unwrap_used)]
use std::sync::Arc; use std::collections::BTreeMap;
use tuteur_ndrc::content; use tuteur_ndrc::session::{Place}; use tuteur_ndrc::session::projection::*;
#[test] fn dump(){
 let c=Arc::new(content::catalogue(&[content::embedded()]).0);
 let want=std::env::var("Q").unwrap_or_default();
 for s in &c.subjects { for d in &s.dossiers { for q in &d.questions {
  let p=Projection::open(&c,&Place::new(&s.id,&q.number)).unwrap();
  let mut m:BTreeMap<String,usize>=BTreeMap::new();
  for sl in p.slides(){ *m.entry(format!("{:?}",sl.stage)).or_default()+=1; }
  println!("{} {} {} steps {:?}", s.id,q.number,p.count(Pace::Complete),(p.count(Pace::Essential),&m));
  if want==format!("{}/{}",s.id,q.number){ for (i,sl) in p.slides().iter().enumerate(){ let b=format!("{:?}",sl.body); println!("{i} {:?} {:?} {} {}",sl.step,sl.stage,if sl.lead{"*"}else{""},b.chars().take(150).collect::<String>()); } }
 }}}
}
