# Les gestes courants du projet. `just` seul les liste.

_default:
    @just --list

# Ouvre le tuteur
run *args:
    cargo run --release -- {{args}}

# La commande de test du README
test:
    cargo test --locked

# Tout ce que vérifie l'intégration continue
ci:
    bash .ci/run

# Vérifie tous les exercices
valider *args:
    cargo run --quiet -- valider {{args}}

# Mesures de vitesse
bench:
    cargo bench --locked

# Refait les images et l’enregistrement du README à partir du vrai programme
captures:
    cargo test --locked --test captures -- --ignored
